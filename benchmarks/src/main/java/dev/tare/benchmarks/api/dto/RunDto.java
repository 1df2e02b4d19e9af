package dev.tare.benchmarks.api.dto;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.TaskRun;
import org.jspecify.annotations.Nullable;

/** A run as the API shows it. */
public record RunDto(
    long id,
    long taskId,
    String status,
    @Nullable String workerId,
    int attempt,
    int retryCount,
    @Nullable Integer shardIndex,
    @Nullable Integer shardTotal,
    @Nullable String scheduledAt,
    @Nullable String startedAt,
    @Nullable String completedAt,
    @Nullable JsonNode payload,
    @Nullable String payloadBase64,
    @Nullable JsonNode result,
    @Nullable String resultBase64,
    @Nullable String errorMessage,
    @Nullable String createdAt) {

  /** Maps an entity. */
  public static RunDto of(TaskRun run, StoredDto payload, StoredDto result) {
    boolean sharded = run.shardIndex() != NewRun.NO_SHARD;
    return new RunDto(
        run.id(),
        run.taskId(),
        run.status().name(),
        run.workerId(),
        run.attempt(),
        run.retryCount(),
        sharded ? run.shardIndex() : null,
        sharded ? run.shardTotal() : null,
        Times.text(run.scheduledAt()),
        Times.text(run.startedAt()),
        Times.text(run.completedAt()),
        payload.json(),
        payload.base64(),
        result.json(),
        result.base64(),
        run.errorMessage(),
        Times.text(run.createdAt()));
  }

  /** Stored bytes: JSON, or what is none in base64, or nothing. */
  public record StoredDto(@Nullable JsonNode json, @Nullable String base64) {}
}
