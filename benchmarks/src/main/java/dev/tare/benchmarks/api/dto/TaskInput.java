package dev.tare.benchmarks.api.dto;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tare.benchmarks.api.dto.TaskDto.ShardsDto;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.TaskStatus;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A definition as a client sends it; the last four are shown only, and not looked at. */
public record TaskInput(
    String name,
    String taskType,
    @Nullable String schedule,
    @Nullable JsonNode parameters,
    @Nullable Integer timeoutSeconds,
    @Nullable Integer maxRetries,
    @Nullable TaskStatus status,
    @Nullable List<Long> dependencies,
    @Nullable ShardsDto shards,
    @Nullable Long id,
    @Nullable String nextDueAt,
    @Nullable String createdAt,
    @Nullable String updatedAt) {

  /** Maps to the domain; what is absent has its default. */
  public NewTask toDefinition(Bytes encodedParameters) {
    NewTask.Builder builder = NewTask.builder(name, taskType)
        .schedule(schedule)
        .parameters(encodedParameters)
        .timeoutSeconds(Optional.ofNullable(timeoutSeconds).orElse(NewTask.DEFAULT_TIMEOUT_SECONDS))
        .maxRetries(Optional.ofNullable(maxRetries).orElse(0))
        .status(Optional.ofNullable(status).orElse(TaskStatus.ACTIVE))
        .dependencies(Ids.of(Optional.ofNullable(dependencies).orElse(List.of()).stream()
            .mapToLong(Long::longValue)
            .toArray()));
    if (shards != null) {
      builder.shards(shards.count(), shards.key());
    }
    return builder.build();
  }
}
