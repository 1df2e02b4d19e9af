package dev.tare.benchmarks.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tare.benchmarks.api.dto.RunDto;
import dev.tare.benchmarks.api.dto.RunDto.StoredDto;
import dev.tare.benchmarks.api.dto.TaskDto;
import dev.tare.benchmarks.api.dto.TaskInput;
import dev.tare.scheduler.api.route.Exchange;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Documents by one shared mapper: entity, DTO, tree, text, bytes, and the other way round. */
final class CopyingJson {
  private static final String TYPE = "application/json";
  private static final List<String> STORED =
      List.of("payload", "payloadBase64", "result", "resultBase64");

  private final ObjectMapper mapper = new ObjectMapper();

  void answer(Exchange exchange, int status, Object document) throws IOException {
    JsonNode tree = mapper.valueToTree(document);
    String text = mapper.writeValueAsString(tree);
    exchange.stream(status, TYPE).write(text.getBytes(StandardCharsets.UTF_8));
  }

  TaskDto task(Task task) {
    return TaskDto.of(task, parsed(text(task.parameters())));
  }

  /** Members that hold stored bytes are left out where there are none. */
  JsonNode run(TaskRun run) {
    ObjectNode tree =
        mapper.valueToTree(RunDto.of(run, stored(run.payload()), stored(run.result())));
    for (String name : STORED) {
      if (tree.path(name).isNull()) {
        tree.remove(name);
      }
    }
    return tree;
  }

  NewTask definition(Bytes body) {
    JsonNode tree = parsed(text(body));
    try {
      TaskInput input = mapper.treeToValue(tree, TaskInput.class);
      JsonNode parameters =
          Optional.ofNullable(input.parameters()).orElse(mapper.createObjectNode());
      return input.toDefinition(encoded(parameters));
    } catch (JsonProcessingException e) {
      throw new ValidationException(e.getOriginalMessage());
    }
  }

  /** The payload that a trigger sends, checked to be an object; null if there is none. */
  @Nullable
  Bytes payload(Bytes body) {
    if (body.length() == 0) {
      return null;
    }
    JsonNode tree = parsed(text(body));
    if (!tree.isObject()) {
      throw new ValidationException("the payload is to be a JSON object");
    }
    return encoded(tree);
  }

  private StoredDto stored(@Nullable Bytes value) {
    if (value == null) {
      return new StoredDto(null, null);
    }
    try {
      return new StoredDto(mapper.readTree(text(value)), null);
    } catch (JsonProcessingException e) {
      return new StoredDto(null, Base64.getEncoder().encodeToString(value.exactArray()));
    }
  }

  private Bytes encoded(JsonNode tree) {
    try {
      return Bytes.of(mapper.writeValueAsString(tree).getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can be written", e);
    }
  }

  private JsonNode parsed(String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException e) {
      throw new ValidationException(e.getOriginalMessage());
    }
  }

  private static String text(Bytes bytes) {
    return new String(bytes.array(), bytes.offset(), bytes.length(), StandardCharsets.UTF_8);
  }
}
