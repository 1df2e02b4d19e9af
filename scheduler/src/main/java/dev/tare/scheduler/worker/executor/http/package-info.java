/**
 * Runs that are HTTP requests, by the JDK's client.
 *
 * <p>Only http and https are spoken. The body goes out as it stands in the parameters, and of the
 * response no more is read than is kept.
 */
package dev.tare.scheduler.worker.executor.http;
