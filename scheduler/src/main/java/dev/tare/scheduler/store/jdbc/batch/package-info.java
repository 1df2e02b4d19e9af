/**
 * What loops do with many runs at once: create them, claim them, end them. The dialects part here.
 *
 * <p>PostgreSQL is paid for in round trips and in objects a column: a batch is one statement, its
 * values go in as arrays and one stream of payloads, and what it returns is packed into one value
 * ({@code ClaimPacket}). SQLite is in this process: a batch is a loop in one transaction.
 */
package dev.tare.scheduler.store.jdbc.batch;
