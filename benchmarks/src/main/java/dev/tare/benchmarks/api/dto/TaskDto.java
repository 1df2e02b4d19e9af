package dev.tare.benchmarks.api.dto;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tare.scheduler.model.task.Task;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A task as the API shows it. */
public record TaskDto(
    long id,
    String name,
    String taskType,
    @Nullable String schedule,
    JsonNode parameters,
    int timeoutSeconds,
    int maxRetries,
    String status,
    List<Long> dependencies,
    @Nullable ShardsDto shards,
    @Nullable String nextDueAt,
    @Nullable String createdAt,
    @Nullable String updatedAt) {

  /** Maps an entity. */
  public static TaskDto of(Task task, JsonNode parameters) {
    return new TaskDto(
        task.id(),
        task.name(),
        task.taskType(),
        task.schedule(),
        parameters,
        task.timeoutSeconds(),
        task.maxRetries(),
        task.status().name(),
        Arrays.stream(task.dependencies().array()).boxed().collect(Collectors.toList()),
        task.shardCount() == 0 ? null : new ShardsDto(task.shardCount(), task.shardKey()),
        Times.text(task.nextDueAt()),
        Times.text(task.createdAt()),
        Times.text(task.updatedAt()));
  }

  /** How a task is divided. */
  public record ShardsDto(int count, @Nullable String key) {}
}
