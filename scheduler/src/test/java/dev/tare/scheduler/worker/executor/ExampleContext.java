package dev.tare.scheduler.worker.executor;

import dev.tare.scheduler.model.Bytes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A context that a test fills: run 42 of task 7, second attempt, shard 1 of 4. */
public record ExampleContext(
    Bytes parameters,
    long timeoutMillis,
    Map<String, String> environment,
    @Nullable Path workingDirectory,
    ResourceLimits limits)
    implements TaskExecutionContext {

  public static ExampleContext of(String json) {
    byte[] padded = ("##" + json + "##").getBytes(StandardCharsets.UTF_8);
    Bytes part = Bytes.of(padded, 2, padded.length - 4); // parameters are a view, not an array
    return new ExampleContext(part, 60_000, Map.of(), null, ResourceLimits.DEFAULT);
  }

  public ExampleContext timeout(long millis) {
    return new ExampleContext(parameters, millis, environment, workingDirectory, limits);
  }

  public ExampleContext environment(Map<String, String> variables) {
    return new ExampleContext(parameters, timeoutMillis, variables, workingDirectory, limits);
  }

  public ExampleContext in(Path directory) {
    return new ExampleContext(parameters, timeoutMillis, environment, directory, limits);
  }

  public ExampleContext limits(int resultBytes, int errorBytes) {
    return new ExampleContext(
        parameters,
        timeoutMillis,
        environment,
        workingDirectory,
        new ResourceLimits(resultBytes, errorBytes));
  }

  @Override
  public long runId() {
    return 42;
  }

  @Override
  public long taskId() {
    return 7;
  }

  @Override
  public String taskType() {
    return "example";
  }

  @Override
  public int attempt() {
    return 2;
  }

  @Override
  public int retryCount() {
    return 1;
  }

  @Override
  public int shardIndex() {
    return 1;
  }

  @Override
  public int shardTotal() {
    return 4;
  }

  @Override
  public long scheduledAt() {
    return 1_800_000_000_000L;
  }
}
