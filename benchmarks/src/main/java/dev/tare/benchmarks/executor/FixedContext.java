package dev.tare.benchmarks.executor;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.worker.executor.ResourceLimits;
import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run that is always the same. */
public final class FixedContext implements TaskExecutionContext {
  private static final Bytes PARAMETERS =
      Bytes.of("{\"order\":4711}".getBytes(StandardCharsets.UTF_8));
  private static final Map<String, String> ENVIRONMENT =
      Map.of("TZ", "UTC", "LANG", "C.UTF-8", "REPORTS", "/var/lib/reports", "MODE", "worker");

  /** Has no settings. */
  public FixedContext() {}

  @Override
  public long runId() {
    return 4711;
  }

  @Override
  public long taskId() {
    return 1_042;
  }

  @Override
  public String taskType() {
    return "shell";
  }

  @Override
  public int attempt() {
    return 1;
  }

  @Override
  public int retryCount() {
    return 0;
  }

  @Override
  public int shardIndex() {
    return 2;
  }

  @Override
  public int shardTotal() {
    return 4;
  }

  @Override
  public long scheduledAt() {
    return 1_800_000_000_000L;
  }

  @Override
  public Bytes parameters() {
    return PARAMETERS;
  }

  @Override
  public long timeoutMillis() {
    return 300_000;
  }

  @Override
  public Map<String, String> environment() {
    return ENVIRONMENT;
  }

  @Override
  public @Nullable Path workingDirectory() {
    return null;
  }

  @Override
  public ResourceLimits limits() {
    return ResourceLimits.DEFAULT;
  }
}
