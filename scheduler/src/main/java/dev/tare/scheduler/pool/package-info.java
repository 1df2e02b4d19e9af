/**
 * A pool of objects that cost more to make than to clear.
 *
 * <p>Knows nothing of what it holds: how an object is made and cleared is given at construction.
 * Taking one out and putting it back allocates nothing.
 */
package dev.tare.scheduler.pool;
