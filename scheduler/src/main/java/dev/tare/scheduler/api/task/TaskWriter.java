package dev.tare.scheduler.api.task;

import com.fasterxml.jackson.core.io.SerializedString;
import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.task.Task;
import java.io.IOException;

/** A task as JSON. */
final class TaskWriter {
  private static final SerializedString ID = JsonOutput.name("id");
  private static final SerializedString NAME = JsonOutput.name("name");
  private static final SerializedString TASK_TYPE = JsonOutput.name("taskType");
  private static final SerializedString SCHEDULE = JsonOutput.name("schedule");
  private static final SerializedString PARAMETERS = JsonOutput.name("parameters");
  private static final SerializedString TIMEOUT_SECONDS = JsonOutput.name("timeoutSeconds");
  private static final SerializedString MAX_RETRIES = JsonOutput.name("maxRetries");
  private static final SerializedString STATUS = JsonOutput.name("status");
  private static final SerializedString DEPENDENCIES = JsonOutput.name("dependencies");
  private static final SerializedString SHARDS = JsonOutput.name("shards");
  private static final SerializedString COUNT = JsonOutput.name("count");
  private static final SerializedString KEY = JsonOutput.name("key");
  private static final SerializedString NEXT_DUE_AT = JsonOutput.name("nextDueAt");
  private static final SerializedString CREATED_AT = JsonOutput.name("createdAt");
  private static final SerializedString UPDATED_AT = JsonOutput.name("updatedAt");

  private TaskWriter() {}

  /** Writes the whole object; the parameters as they are stored. */
  static void write(Task task, JsonOutput json) throws IOException {
    json.object()
        .number(ID, task.id())
        .text(NAME, task.name())
        .text(TASK_TYPE, task.taskType())
        .text(SCHEDULE, task.schedule())
        .json(PARAMETERS, task.parameters())
        .number(TIMEOUT_SECONDS, task.timeoutSeconds())
        .number(MAX_RETRIES, task.maxRetries())
        .text(STATUS, task.status().name())
        .array(DEPENDENCIES);
    Ids dependencies = task.dependencies();
    for (int i = 0; i < dependencies.size(); i++) {
      json.number(dependencies.at(i));
    }
    json.endArray();
    if (task.shardCount() == 0) {
      json.nothing(SHARDS);
    } else {
      json.object(SHARDS)
          .number(COUNT, task.shardCount())
          .text(KEY, task.shardKey())
          .endObject();
    }
    json.instant(NEXT_DUE_AT, task.nextDueAt())
        .instant(CREATED_AT, task.createdAt())
        .instant(UPDATED_AT, task.updatedAt())
        .endObject();
  }
}
