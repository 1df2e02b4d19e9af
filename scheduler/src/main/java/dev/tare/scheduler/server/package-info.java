/**
 * The scheduler as a small server: the command line, and the HTTP API before a running
 * {@link dev.tare.scheduler.Scheduler}. Nothing else may see this package; what it can do, a
 * program that embeds the scheduler can do too.
 */
package dev.tare.scheduler.server;
