package dev.tare.benchmarks.flow;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** What both flows are made of. */
final class FlowTask {
  /** Stands still, so that every run says the same. */
  static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(1_800_000_000_000L), ZoneOffset.UTC);

  static final Map<String, String> ENVIRONMENT = Map.of("LANG", "C.UTF-8", "TZ", "UTC");

  /** The parameters of a run, 200 bytes. */
  static final Bytes PAYLOAD = Bytes.of(payload());

  private FlowTask() {}

  /** One whose trigger makes so many runs. */
  static NewTask of(int runs) {
    NewTask.Builder task = NewTask.builder("flow-" + runs, type(runs));
    return runs == 1 ? task.build() : task.shards(runs, "customer").build();
  }

  /** A type of its own, so that no other worker on the same database takes its runs. */
  static String type(int runs) {
    return EchoExecutor.TYPE + '-' + runs;
  }

  /**
   * So many threads that one claim finds every run, and finds that there are no more, also when
   * those that executed the last runs are not back yet: another claim would end the batch early.
   */
  static int threads(int runs) {
    return 4 * runs;
  }

  static String trigger(Task task) {
    return "/api/tasks/" + task.id() + "/trigger";
  }

  static String worker(int runs) {
    return "worker-" + runs;
  }

  private static byte[] payload() {
    String text = "{\"order\":4711,\"customer\":\"c-17\",\"note\":\"" + "n".repeat(159) + "\"}";
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
