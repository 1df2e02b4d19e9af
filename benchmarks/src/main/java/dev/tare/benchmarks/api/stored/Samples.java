package dev.tare.benchmarks.api.stored;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskStatus;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Tasks and runs as a small installation has them. */
final class Samples {
  /** Two pages of tasks, three of four active. */
  static final int TASKS = 40;
  /** Two pages of runs of one task. */
  static final int RUNS = 40;

  private static final long INSTANT = 1_800_000_000_000L;
  private static final long HOUR = 3_600_000;

  private Samples() {}

  static List<Task> tasks() {
    List<Task> tasks = new ArrayList<>();
    for (int id = 1; id <= TASKS; id++) {
      boolean active = id % 4 != 0;
      boolean sharded = id % 8 == 1;
      tasks.add(new Task(
          id,
          "nightly-report-" + id,
          3,
          "http",
          "0 0 6 * * MON-FRI",
          bytes("{\"url\":\"http://127.0.0.1:8080/reports/" + (4_700 + id)
              + "\",\"method\":\"POST\",\"headers\":{\"Accept\":\"text/csv\"},\"attempts\":3,"
              + "\"to\":[\"ada@example.com\",\"bob@example.com\"]}"),
          300,
          3,
          active ? TaskStatus.ACTIVE : TaskStatus.INACTIVE,
          id % 5 == 0 ? Ids.of(id - 1, id - 2) : Ids.NONE,
          sharded ? 4 : 0,
          sharded ? "customer" : null,
          active ? INSTANT + id * HOUR : 0,
          INSTANT,
          INSTANT + id));
    }
    return tasks;
  }

  static List<TaskRun> runs() {
    List<TaskRun> runs = new ArrayList<>();
    for (int id = 1; id <= RUNS; id++) {
      boolean failed = id % 10 == 0;
      runs.add(new TaskRun(
          id,
          StoredRuns.TASK_ID,
          failed ? RunStatus.FAILED : RunStatus.COMPLETED,
          "host-17735-a94f94e4",
          1,
          0,
          -1,
          0,
          INSTANT + id * HOUR,
          INSTANT + id * HOUR + 12,
          INSTANT + id * HOUR + 845,
          bytes("{\"order\":" + (4_700 + id) + ",\"customer\":\"c-17\"}"),
          failed ? null : bytes("{\"rows\":1280,\"bytes\":48112}"),
          failed ? "exit code 1: no such customer" : null,
          INSTANT + id * HOUR - 5));
    }
    return runs;
  }

  private static Bytes bytes(String json) {
    return Bytes.of(json.getBytes(StandardCharsets.UTF_8));
  }
}
