package dev.tare.scheduler.api.task;

import dev.tare.scheduler.api.json.JsonBody;
import dev.tare.scheduler.api.json.MergePatch;
import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskStatus;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A definition from JSON. Members that only the scheduler sets may be there and are not looked at,
 * so that a task can be sent back as it was received; unknown ones are refused.
 */
final class TaskReader {
  private static final String MEMBERS = "name, taskType, schedule, parameters, timeoutSeconds,"
      + " maxRetries, status, dependencies and shards";
  private static final int MOST_DEPENDENCIES = 50;
  private static final Bytes NO_PARAMETERS = Bytes.of("{}".getBytes(StandardCharsets.US_ASCII));

  private final NewTask.Builder builder;
  private final @Nullable Bytes mergeInto;
  private boolean named;
  private boolean typed;
  private int shardCount;
  private @Nullable String shardKey;

  private TaskReader(NewTask.Builder builder, @Nullable Bytes mergeInto) {
    this.builder = builder;
    this.mergeInto = mergeInto;
  }

  /** A whole definition: what is absent or null has its default. */
  static NewTask definition(Bytes body) {
    TaskReader reader = new TaskReader(NewTask.builder("", ""), null);
    reader.read(body);
    if (!reader.named || !reader.typed) {
      String missing = reader.named ? "taskType" : "name";
      throw Problem.ofField(ProblemKind.INVALID, missing, missing + " is missing: a task has one")
          .asException();
    }
    return reader.builder.build();
  }

  /** A task with a merge patch applied: what is absent stays, what is null has its default. */
  static NewTask patched(Task task, Bytes patch) {
    TaskReader reader = new TaskReader(task.toBuilder(), task.parameters());
    reader.shardCount = task.shardCount();
    reader.shardKey = task.shardKey();
    reader.read(patch);
    return reader.builder.build();
  }

  private void read(Bytes text) {
    try (JsonBody body = JsonBody.open(text)) {
      for (String name = body.next(); name != null; name = body.next()) {
        member(name, body);
      }
    }
  }

  private void member(String name, JsonBody body) {
    switch (name) {
      case "name" -> {
        builder.name(body.text());
        named = true;
      }
      case "taskType" -> {
        builder.taskType(body.text());
        typed = true;
      }
      case "schedule" -> builder.schedule(body.isNull() ? null : body.text());
      case "parameters" -> builder.parameters(parameters(body));
      case "timeoutSeconds" ->
        builder.timeoutSeconds(body.isNull() ? NewTask.DEFAULT_TIMEOUT_SECONDS : body.integer());
      case "maxRetries" -> builder.maxRetries(body.isNull() ? 0 : body.integer());
      case "status" -> builder.status(status(body));
      case "dependencies" ->
        builder.dependencies(body.isNull() ? Ids.NONE : Ids.of(body.wholes(MOST_DEPENDENCIES)));
      case "shards" -> shards(body);
      case "id", "nextDueAt", "createdAt", "updatedAt" -> body.skip();
      default -> throw body.unknown(MEMBERS);
    }
  }

  private Bytes parameters(JsonBody body) {
    if (body.isNull()) {
      return NO_PARAMETERS;
    }
    Bytes given = body.object();
    return mergeInto == null ? given : MergePatch.apply(mergeInto, given);
  }

  private static TaskStatus status(JsonBody body) {
    if (body.isNull()) {
      return TaskStatus.ACTIVE;
    }
    return switch (body.text()) {
      case "ACTIVE" -> TaskStatus.ACTIVE;
      case "INACTIVE" -> TaskStatus.INACTIVE;
      default -> throw body.wrongValue("ACTIVE or INACTIVE");
    };
  }

  private void shards(JsonBody body) {
    if (body.isNull()) {
      shardCount = 0;
      shardKey = null;
    } else {
      body.enter();
      for (String name = body.next(); name != null; name = body.next()) {
        switch (name) {
          case "count" -> shardCount = body.integer();
          case "key" -> shardKey = body.isNull() ? null : body.text();
          default -> throw body.unknown("count and key");
        }
      }
    }
    builder.shards(shardCount, shardKey);
  }
}
