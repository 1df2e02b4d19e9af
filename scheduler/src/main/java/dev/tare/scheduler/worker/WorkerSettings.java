package dev.tare.scheduler.worker;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.worker.executor.ResourceLimits;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a worker is and how much it takes.
 *
 * @param id unique among all workers that are or were alive: a new one at every start
 * @param hostname where it runs
 * @param ip its address
 * @param concurrency runs at once, 1–10,000
 * @param batch runs a claim at most, 1 or more
 * @param pollMillis how often it asks for runs when nobody wakes it
 * @param heartbeatMillis how often it renews its lease
 * @param leaseMillis after so long without a renewal it starts no run that it holds; shorter than
 *     what others wait before they take its runs
 * @param closeMillis how long {@link Worker#close()} may take
 * @param environment variables for child processes
 * @param workingDirectory where relative paths of runs begin; absent for the process's own
 * @param limits how much of what a run produces is kept
 */
public record WorkerSettings(
    String id,
    String hostname,
    String ip,
    int concurrency,
    int batch,
    long pollMillis,
    long heartbeatMillis,
    long leaseMillis,
    long closeMillis,
    Map<String, String> environment,
    @Nullable Path workingDirectory,
    ResourceLimits limits) {
  private static final int MOST_CONCURRENCY = 10_000;
  private static final int MOST_BATCH = 5000;

  /** Refuses what is outside of its range. */
  public WorkerSettings {
    environment = Map.copyOf(environment);
    check("concurrency", concurrency, 1, MOST_CONCURRENCY);
    check("batch", batch, 1, MOST_BATCH);
    check("pollMillis", pollMillis, 1, Integer.MAX_VALUE);
    check("heartbeatMillis", heartbeatMillis, 1, Integer.MAX_VALUE);
    check("leaseMillis", leaseMillis, heartbeatMillis, Integer.MAX_VALUE);
    check("closeMillis", closeMillis, 0, Integer.MAX_VALUE);
  }

  /**
   * The usual: batches of 500, a poll every second, a heartbeat every 20 s, a lease of 80 s where
   * others wait for 90, ten seconds to close.
   */
  public static WorkerSettings of(String id, String hostname, String ip, int concurrency) {
    return new WorkerSettings(
        id,
        hostname,
        ip,
        concurrency,
        500,
        1000,
        20_000,
        80_000,
        10_000,
        Map.of(),
        null,
        ResourceLimits.DEFAULT);
  }

  private static void check(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new ValidationException(
          "a worker's " + name + " is " + value + ": use " + least + " to " + most);
    }
  }
}
