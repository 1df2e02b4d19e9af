/**
 * Runs over HTTP: looked at, cancelled, run again.
 *
 * <p>Reads come from the run repository; what changes something goes through {@code RunCommands},
 * so that the running scheduler hears of it.
 */
package dev.tare.scheduler.api.run;
