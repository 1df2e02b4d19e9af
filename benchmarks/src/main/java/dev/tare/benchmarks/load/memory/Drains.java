package dev.tare.benchmarks.load.memory;

import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.load.child.ChildJvm;
import dev.tare.benchmarks.load.child.GcLog;
import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.Submission;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.testkit.Database;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.StringTokenizer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Starts drains, each over tables that are filled anew. */
final class Drains {
  private static final int BATCH = 500;

  private final Database database;
  private final int runs;
  private final int payloadBytes;

  Drains(Database database, int runs, int payloadBytes) {
    this.database = database;
    this.runs = runs;
    this.payloadBytes = payloadBytes;
  }

  /**
   * One drain; null if it does not complete in this heap and time.
   *
   * @param live whether it collects all the time to see what is live
   */
  @Nullable
  Drained drain(Variant variant, int heapMebibytes, boolean live, long patienceNanos)
      throws IOException {
    fill();
    boolean mayFail = patienceNanos < Long.MAX_VALUE;
    ProcessBuilder.Redirect log =
        mayFail ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.INHERIT;
    try (GcLog collections = new GcLog()) {
      List<String> flags = List.of(
          "-XX:+UseSerialGC",
          "-Xms" + heapMebibytes + "m",
          "-Xmx" + heapMebibytes + "m",
          "-XX:+ExitOnOutOfMemoryError",
          collections.option());
      long began = System.nanoTime();
      try (ChildJvm jvm = ChildJvm.start(Drain.class, flags, log)) {
        String answer = answer(jvm, variant, live, patienceNanos);
        if (answer == null) {
          return null;
        }
        StringTokenizer words = new StringTokenizer(answer, "\t");
        return new Drained(
            System.nanoTime() - began,
            Long.parseLong(words.nextToken()) / (double) runs,
            collections.promotedBytes() / (double) runs,
            Long.parseLong(words.nextToken()),
            collections.pauses());
      }
    }
  }

  private @Nullable String answer(ChildJvm jvm, Variant variant, boolean live, long patienceNanos) {
    CompletableFuture<Void> late = new CompletableFuture<Void>()
        .completeOnTimeout(null, patienceNanos, TimeUnit.NANOSECONDS)
        .thenRun(jvm::kill);
    String answer = jvm.askOrNull(
        variant.name() + "\t" + runs + "\t" + payloadBytes + "\t" + live + "\t" + database.url());
    late.cancel(false); // the timer finds nobody to kill then
    return answer;
  }

  private void fill() {
    database.empty();
    try (Scheduler scheduler = Scheduler.builder().database(database.url()).build()) {
      long task =
          scheduler.schedule(NewTask.builder(Drain.TYPE, Drain.TYPE).build()).id();
      Submission submission = new Submission(task, Bytes.of(new byte[payloadBytes]));
      for (int from = 0; from < runs; from += BATCH) {
        scheduler.submitAll(Collections.nCopies(Math.min(BATCH, runs - from), submission));
      }
    }
  }
}
