/**
 * The ports to the database. Callers see these; {@code store.jdbc} implements them over SQLite and
 * PostgreSQL with the same results, held by one contract suite.
 */
package dev.tare.scheduler.store;
