/**
 * Caches of what rarely changes and is read all the time, such as the tasks that runs refer to.
 *
 * <p>An entry comes from a loader given at construction, is immutable, and is handed out as the
 * same instance until it is reloaded, evicted or too old. Bounded in entries and in age. A hit
 * allocates nothing.
 */
package dev.tare.scheduler.config;
