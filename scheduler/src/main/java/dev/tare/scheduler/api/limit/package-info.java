/**
 * How often a client may ask: a token bucket a client, in a table whose size never changes.
 *
 * <p>Knows clients by a number alone; who a client is, is decided by the caller.
 */
package dev.tare.scheduler.api.limit;
