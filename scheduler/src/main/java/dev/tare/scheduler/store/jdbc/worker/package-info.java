/** The worker table over JDBC. */
package dev.tare.scheduler.store.jdbc.worker;
