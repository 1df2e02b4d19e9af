package dev.tare.benchmarks.listener;

import dev.tare.scheduler.message.StatusUpdate;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An update as the copying listener keeps it: immutable, with its own copy of the result. */
@SuppressWarnings("ArrayRecordComponent") // updates are not compared
record RunUpdate(
    Long runId,
    Integer attempt,
    RunStatus status,
    Optional<String> workerId,
    Instant at,
    byte @Nullable [] result,
    @Nullable String error) {

  RunUpdate {
    result = result == null ? null : result.clone();
  }

  static RunUpdate of(Completion end) {
    return new RunUpdate(
        end.runId(),
        end.attempt(),
        end.status(),
        Optional.empty(),
        Instant.ofEpochMilli(end.completedAt()),
        array(end.result()),
        end.errorMessage());
  }

  static RunUpdate of(StatusUpdate update) {
    return new RunUpdate(
        update.runId(),
        update.attempt(),
        update.status(),
        Optional.of(update.workerId()),
        Instant.ofEpochMilli(update.at()),
        array(update.result()),
        update.error());
  }

  Completion toCompletion() {
    return new Completion(
        runId,
        attempt,
        status,
        at.toEpochMilli(),
        result == null ? null : Bytes.of(result.clone()),
        error);
  }

  private static byte @Nullable [] array(@Nullable Bytes bytes) {
    return bytes == null ? null : bytes.exactArray();
  }
}
