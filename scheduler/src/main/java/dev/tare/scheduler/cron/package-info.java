/**
 * Cron schedules with seconds: parsed once into bits, then asked for the next instant at no cost.
 *
 * <p>The dialect is Spring's (5.3 and later), as cron-utils defines it under {@code SPRING53}: the
 * one that Spring and db-scheduler users write. {@link Cron} states it. Text comes from a task, the
 * zone from the scheduler's settings; instants are epoch milliseconds and go to the dispatcher.
 * Nothing here knows a task, a database or a clock.
 */
package dev.tare.scheduler.cron;
