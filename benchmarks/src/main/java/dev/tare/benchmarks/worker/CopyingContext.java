package dev.tare.benchmarks.worker;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.worker.WorkerSettings;
import dev.tare.scheduler.worker.executor.ResourceLimits;
import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an executor sees, as the copying worker makes it: a value of its own for each run. */
record CopyingContext(
    long runId,
    long taskId,
    String taskType,
    int attempt,
    int retryCount,
    int shardIndex,
    int shardTotal,
    long scheduledAt,
    Bytes parameters,
    long timeoutMillis,
    Map<String, String> environment,
    @Nullable Path workingDirectory,
    ResourceLimits limits)
    implements TaskExecutionContext {

  CopyingContext {
    parameters = Bytes.of(parameters.exactArray().clone());
    environment = Map.copyOf(environment);
  }

  static CopyingContext of(ClaimedRun run, Task task, WorkerSettings settings) {
    return new CopyingContext(
        run.id(),
        run.taskId(),
        task.taskType(),
        run.attempt(),
        run.retryCount(),
        run.shardIndex(),
        run.shardTotal(),
        run.scheduledAt(),
        Optional.ofNullable(run.payload()).orElse(task.parameters()),
        task.timeoutSeconds() * 1000L,
        settings.environment(),
        settings.workingDirectory(),
        settings.limits());
  }
}
