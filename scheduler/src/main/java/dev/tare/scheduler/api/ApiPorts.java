package dev.tare.scheduler.api;

import dev.tare.scheduler.api.run.RunCommands;
import dev.tare.scheduler.api.task.Schedules;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.TaskTypes;
import dev.tare.scheduler.store.WorkerRepository;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

/**
 * What the API stands before.
 *
 * @param tasks the tasks
 * @param runs the runs, to be read
 * @param workers the workers, to be read
 * @param types the names of task types
 * @param commands makes and ends runs
 * @param schedules reads cron texts
 * @param metrics what is shown at {@code /metrics}; the API adds its own
 */
public record ApiPorts(
    TaskRepository tasks,
    TaskRunRepository runs,
    WorkerRepository workers,
    TaskTypes types,
    RunCommands commands,
    Schedules schedules,
    PrometheusMeterRegistry metrics) {}
