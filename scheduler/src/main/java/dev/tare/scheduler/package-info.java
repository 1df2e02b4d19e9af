/**
 * A lean task scheduler over a database: SQLite embedded, PostgreSQL for many nodes.
 *
 * <p>Knows nothing of measuring: what the suite in {@code benchmarks} calls <em>lean</em> is this
 * code, as it runs.
 */
package dev.tare.scheduler;
