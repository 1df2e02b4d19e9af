package dev.tare.benchmarks.load.api;

import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.Submission;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What both servers have to tell of.
 *
 * @param tasks ids of tasks that can be asked for
 * @param busy the task with runs that have ended
 * @param triggered a task whose runs nobody executes
 * @param runs ids of runs of the busy one
 */
record ApiData(List<Long> tasks, long busy, long triggered, List<Long> runs) {
  private static final int RUNS = 500;
  private static final int ONE_INACTIVE_IN = 4;
  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final String ONCE_A_YEAR = "0 0 6 1 1 *";

  /** What a run is triggered with, 200 bytes. */
  static final String PAYLOAD =
      "{\"order\":4711,\"customer\":\"c-17\",\"note\":\"" + "n".repeat(159) + "\"}";

  /** Fills an empty database with so many tasks, a quarter of which is not active. */
  static ApiData fill(Database database, int tasks) throws InterruptedException {
    List<Long> ids = new ArrayList<>();
    try (Scheduler scheduler = Scheduler.builder().database(database.url()).build()) {
      scheduler.register(EchoExecutor.TYPE, new EchoExecutor());
      for (int i = 0; i < tasks; i++) {
        NewTask.Builder task = NewTask.builder("report-" + i, EchoExecutor.TYPE)
            .schedule(ONCE_A_YEAR)
            .parameters(bytes(parameters(i)))
            .timeoutSeconds(60 + i % 60)
            .maxRetries(i % 4);
        if (i % ONE_INACTIVE_IN == ONE_INACTIVE_IN - 1) {
          task.status(TaskStatus.INACTIVE);
        }
        ids.add(scheduler.schedule(task.build()).id());
      }
      long busy = ids.get(0);
      long triggered =
          scheduler.schedule(NewTask.builder("triggered", "nobody's").build()).id();
      long[] runs =
          scheduler.submitAll(Collections.nCopies(RUNS, new Submission(busy, bytes(PAYLOAD))));
      scheduler.start();
      await(scheduler);
      List<Long> runIds = new ArrayList<>();
      for (long run : runs) {
        runIds.add(run);
      }
      return new ApiData(List.copyOf(ids), busy, triggered, runIds);
    }
  }

  private static void await(Scheduler scheduler) throws InterruptedException {
    long deadline = System.nanoTime() + LONGEST_NANOS;
    while (scheduler.listener().accepted() < RUNS) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the runs that are to be listed do not end");
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private static String parameters(int task) {
    return "{\"url\":\"http://127.0.0.1:8080/reports/" + task
        + "\",\"attempts\":3,\"to\":[\"ada@example.com\",\"grace@example.com\"]}";
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
