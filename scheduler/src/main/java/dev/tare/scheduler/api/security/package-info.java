/**
 * Who may talk to the API: where it may listen, what a browser may do, and whose token it is.
 *
 * <p>Tokens are verified by {@code auth}; none is logged or put into an answer. Knows no route and
 * no body.
 */
package dev.tare.scheduler.api.security;
