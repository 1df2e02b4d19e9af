/**
 * How a run is executed: the port {@link dev.tare.scheduler.worker.executor.TaskExecutor}, what an
 * executor sees of a run, and which executor serves which task type.
 *
 * <p>{@code shell} and {@code http} below are executors that a task names; a lambda of the
 * embedding program is one too. Executors know nothing of queues and databases: they take a context
 * and return an outcome, and the worker does the rest. What a task's parameters mean is the
 * executor's own: it reads them from their encoded bytes, and says which field it does not
 * understand.
 */
package dev.tare.scheduler.worker.executor;
