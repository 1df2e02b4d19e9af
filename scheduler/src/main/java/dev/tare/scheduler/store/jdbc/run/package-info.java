/**
 * The run table over JDBC. {@code RunSql} and the repository hold what is done with one run, and
 * hand what a loop does with many to the package {@code batch}; {@code RunReads} and
 * {@code RunReturns} hold what is asked now and then.
 */
package dev.tare.scheduler.store.jdbc.run;
