package dev.tare.benchmarks.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.MessageBody;
import dev.tare.scheduler.message.StatusUpdate;
import dev.tare.scheduler.message.TaskControl;
import dev.tare.scheduler.message.TaskExecution;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.message.WorkerHeartbeat;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Messages to JSON and back, by way of a map of fields and a text. */
public final class JsonMessages {
  private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

  private final ObjectMapper mapper = new ObjectMapper();

  /** With a mapper of its own. */
  public JsonMessages() {}

  /** A message as JSON, in UTF-8. */
  public byte[] encode(Message message) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", message.id());
    fields.put("correlationId", message.correlationId());
    fields.put(
        "traceparent",
        message.traceparent() == null ? null : message.traceparent().toString());
    fields.put("timestamp", message.timestamp());
    fields.put("type", message.body().getClass().getSimpleName());
    fields.put("body", body(message.body()));
    try {
      return mapper.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("message " + message.id() + " can not be encoded", e);
    }
  }

  /** The message of a JSON text, delivered so often before. */
  public Message decode(byte[] json, int redeliveries) {
    try {
      Fields fields =
          new Fields(mapper.readValue(new String(json, StandardCharsets.UTF_8), FIELDS));
      String traceparent = fields.textOrNull("traceparent");
      return new Message(
          fields.number("id"),
          fields.textOrNull("correlationId"),
          traceparent == null ? null : TraceParent.parse(traceparent),
          fields.number("timestamp"),
          redeliveries,
          body(fields.text("type"), fields.fields("body")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored message can not be decoded", e);
    }
  }

  private static Map<String, Object> body(MessageBody body) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (body instanceof TaskExecution execution) {
      fields.put("runId", execution.runId());
      fields.put("attempt", execution.attempt());
      fields.put("taskId", execution.taskId());
      fields.put("type", execution.type());
      fields.put("parameters", base64(execution.parameters()));
      fields.put("timeoutSeconds", execution.timeoutSeconds());
      fields.put("retryCount", execution.retryCount());
      fields.put("shardIndex", execution.shardIndex());
      fields.put("shardTotal", execution.shardTotal());
    } else if (body instanceof StatusUpdate update) {
      fields.put("runId", update.runId());
      fields.put("attempt", update.attempt());
      fields.put("status", update.status().name());
      fields.put("workerId", update.workerId());
      fields.put("result", base64(update.result()));
      fields.put("error", update.error());
      fields.put("at", update.at());
    } else if (body instanceof WorkerHeartbeat heartbeat) {
      fields.put("workerId", heartbeat.workerId());
      fields.put("running", heartbeat.running());
      fields.put("load", String.valueOf(heartbeat.load()));
      fields.put("memoryMb", heartbeat.memoryMb());
      fields.put("at", heartbeat.at());
    } else if (body instanceof TaskControl control) {
      fields.put("runId", control.runId());
      fields.put("action", control.action().name());
      fields.put("requester", control.requester());
      fields.put("at", control.at());
    }
    return fields;
  }

  private static MessageBody body(String type, Fields fields) {
    return switch (type) {
      case "TaskExecution" ->
        new TaskExecution(
            fields.number("runId"),
            fields.integer("attempt"),
            fields.number("taskId"),
            fields.text("type"),
            Bytes.of(Base64.getDecoder().decode(fields.text("parameters"))),
            fields.integer("timeoutSeconds"),
            fields.integer("retryCount"),
            fields.integer("shardIndex"),
            fields.integer("shardTotal"));
      case "StatusUpdate" ->
        new StatusUpdate(
            fields.number("runId"),
            fields.integer("attempt"),
            RunStatus.valueOf(fields.text("status")),
            fields.text("workerId"),
            bytes(fields.textOrNull("result")),
            fields.textOrNull("error"),
            fields.number("at"));
      case "WorkerHeartbeat" ->
        new WorkerHeartbeat(
            fields.text("workerId"),
            fields.integer("running"),
            Double.parseDouble(fields.text("load")),
            fields.number("memoryMb"),
            fields.number("at"));
      case "TaskControl" ->
        new TaskControl(
            fields.number("runId"),
            TaskControl.Action.valueOf(fields.text("action")),
            fields.text("requester"),
            fields.number("at"));
      default -> throw new IllegalStateException("no message is of type " + type);
    };
  }

  private static @Nullable String base64(@Nullable Bytes bytes) {
    return bytes == null ? null : Base64.getEncoder().encodeToString(bytes.exactArray());
  }

  private static @Nullable Bytes bytes(@Nullable String base64) {
    return base64 == null ? null : Bytes.of(Base64.getDecoder().decode(base64));
  }

  /** A decoded JSON object. */
  private record Fields(Map<String, Object> values) {

    @Nullable
    String textOrNull(String name) {
      return (String) values.get(name);
    }

    String text(String name) {
      return String.valueOf(values.get(name));
    }

    long number(String name) {
      return values.get(name) instanceof Number number ? number.longValue() : 0;
    }

    int integer(String name) {
      return (int) number(name);
    }

    @SuppressWarnings("unchecked") // JSON objects are maps from text
    Fields fields(String name) {
      return new Fields((Map<String, Object>) values.getOrDefault(name, Map.of()));
    }
  }
}
