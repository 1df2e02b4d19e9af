/**
 * The message queue: its port, and the implementation in memory.
 *
 * <p>Publishers give messages, which a queue keeps encoded; consumers get deliveries, which they
 * acknowledge or give back. {@code queue.jdbc} implements the port over a database with the same
 * results, held by one contract suite. Knows {@code message} and nothing of tasks and workers.
 */
package dev.tare.scheduler.queue;
