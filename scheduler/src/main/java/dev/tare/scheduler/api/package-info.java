/**
 * The HTTP API: tasks, runs, workers, figures, health and metrics under {@code /api}.
 *
 * <p>{@link dev.tare.scheduler.api.HttpApi} puts the parts together. Plumbing that knows no task is
 * in {@code http} (the server), {@code route}, {@code json}, {@code limit}, {@code problem} and
 * {@code security}; the endpoints in {@code task}, {@code run} and {@code system} talk to the ports
 * of {@code store}, and to the running scheduler through {@code RunCommands}.
 */
package dev.tare.scheduler.api;
