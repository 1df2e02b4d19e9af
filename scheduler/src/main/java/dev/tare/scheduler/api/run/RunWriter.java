package dev.tare.scheduler.api.run;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.TaskRun;
import java.io.IOException;

/** Runs, and figures about runs, as JSON. */
public final class RunWriter {
  private static final SerializedString ID = JsonOutput.name("id");
  private static final SerializedString TASK_ID = JsonOutput.name("taskId");
  private static final SerializedString STATUS = JsonOutput.name("status");
  private static final SerializedString WORKER_ID = JsonOutput.name("workerId");
  private static final SerializedString ATTEMPT = JsonOutput.name("attempt");
  private static final SerializedString RETRY_COUNT = JsonOutput.name("retryCount");
  private static final SerializedString SHARD_INDEX = JsonOutput.name("shardIndex");
  private static final SerializedString SHARD_TOTAL = JsonOutput.name("shardTotal");
  private static final SerializedString SCHEDULED_AT = JsonOutput.name("scheduledAt");
  private static final SerializedString STARTED_AT = JsonOutput.name("startedAt");
  private static final SerializedString COMPLETED_AT = JsonOutput.name("completedAt");
  private static final SerializedString PAYLOAD = JsonOutput.name("payload");
  private static final SerializedString PAYLOAD_BASE64 = JsonOutput.name("payloadBase64");
  private static final SerializedString RESULT = JsonOutput.name("result");
  private static final SerializedString RESULT_BASE64 = JsonOutput.name("resultBase64");
  private static final SerializedString ERROR_MESSAGE = JsonOutput.name("errorMessage");
  private static final SerializedString CREATED_AT = JsonOutput.name("createdAt");

  private static final SerializedString PENDING = JsonOutput.name("pending");
  private static final SerializedString DISPATCHED = JsonOutput.name("dispatched");
  private static final SerializedString RUNNING = JsonOutput.name("running");
  private static final SerializedString COMPLETED = JsonOutput.name("completed");
  private static final SerializedString FAILED = JsonOutput.name("failed");
  private static final SerializedString TIMED_OUT = JsonOutput.name("timedOut");
  private static final SerializedString CANCELLED = JsonOutput.name("cancelled");
  private static final SerializedString FINISHED = JsonOutput.name("finished");
  private static final SerializedString SUCCESS_RATE = JsonOutput.name("successRate");
  private static final SerializedString AVERAGE_MILLIS = JsonOutput.name("averageMillis");
  private static final SerializedString LONGEST_MILLIS = JsonOutput.name("longestMillis");

  private RunWriter() {}

  /** Writes a run as an object. Payload and result that are no JSON are in base64. */
  public static void write(TaskRun run, JsonOutput json) throws IOException {
    json.object()
        .number(ID, run.id())
        .number(TASK_ID, run.taskId())
        .text(STATUS, run.status().name())
        .text(WORKER_ID, run.workerId())
        .number(ATTEMPT, run.attempt())
        .number(RETRY_COUNT, run.retryCount());
    if (run.shardIndex() == NewRun.NO_SHARD) {
      json.nothing(SHARD_INDEX).nothing(SHARD_TOTAL);
    } else {
      json.number(SHARD_INDEX, run.shardIndex()).number(SHARD_TOTAL, run.shardTotal());
    }
    json.instant(SCHEDULED_AT, run.scheduledAt())
        .instant(STARTED_AT, run.startedAt())
        .instant(COMPLETED_AT, run.completedAt())
        .stored(PAYLOAD, PAYLOAD_BASE64, run.payload())
        .stored(RESULT, RESULT_BASE64, run.result())
        .text(ERROR_MESSAGE, run.errorMessage())
        .instant(CREATED_AT, run.createdAt())
        .endObject();
  }

  /** Writes the members of figures about runs into an object that has been begun. */
  public static void writeMembers(RunStats stats, JsonOutput json) throws IOException {
    json.number(PENDING, stats.pending())
        .number(DISPATCHED, stats.dispatched())
        .number(RUNNING, stats.running())
        .number(COMPLETED, stats.completed())
        .number(FAILED, stats.failed())
        .number(TIMED_OUT, stats.timedOut())
        .number(CANCELLED, stats.cancelled())
        .number(FINISHED, stats.finished())
        .number(SUCCESS_RATE, stats.successRate())
        .number(AVERAGE_MILLIS, stats.averageMillis())
        .number(LONGEST_MILLIS, stats.longestMillis());
  }
}
