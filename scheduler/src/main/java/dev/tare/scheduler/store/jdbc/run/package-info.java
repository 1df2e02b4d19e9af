/**
 * The run table over JDBC. {@code RunSql}, {@code RunBatches} and the repository hold what a loop
 * does with every run; {@code RunReads} and {@code RunReturns} what is asked now and then.
 */
package dev.tare.scheduler.store.jdbc.run;
