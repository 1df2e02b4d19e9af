package dev.tare.benchmarks.soak;

import dev.tare.benchmarks.soak.growth.ClassGrowth;
import dev.tare.benchmarks.soak.growth.Growth;
import dev.tare.benchmarks.soak.growth.Probe;
import dev.tare.benchmarks.soak.growth.Quantity;
import dev.tare.benchmarks.soak.growth.Sample;
import dev.tare.profiling.objects.Histogram;
import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.Submission;
import dev.tare.scheduler.api.limit.RateLimiter;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.worker.executor.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * Many runs through one scheduler with its defaults: submitted, claimed, executed, completed, and
 * their history deleted. Beside them goes what has a bound and meets ever new keys: the table of
 * clients, the schedules, nodes that come and go.
 */
final class Soak {
  private static final int BATCH = 500;
  private static final int WAITING = 4_000;
  private static final int SCHEDULE_EVERY = 100;

  /** More than are kept: a table that still fills would look like one without a bound. */
  private static final int SCHEDULES = 12_000;

  private static final int PAYLOAD_BYTES = 200;
  private static final long POLL_NANOS = 200_000;
  private static final long STALLED_NANOS = TimeUnit.MINUTES.toNanos(2);

  private final SoakOptions options;
  private final Database database;
  private final Consumer<String> progress;
  private final List<LongConsumer> planted = new ArrayList<>();
  private final RateLimiter limiter = new RateLimiter(10, 10, 1_024, 1, Clock.systemUTC());

  /** Over tables that are empty. Says what it does to {@code progress}. */
  Soak(SoakOptions options, Database database, Consumer<String> progress) {
    this.options = options;
    this.database = database;
    this.progress = progress;
    options.plants().forEach(plant -> planted.add(plant.planted()));
  }

  /**
   * Runs them all.
   *
   * @throws IllegalStateException if the runs do not come to an end
   */
  SoakResult run() throws InterruptedException {
    List<Sample> samples = new ArrayList<>();
    Map<String, Histogram.Entry> before = Map.of();
    Map<String, Histogram.Entry> after;
    long started = System.nanoTime();
    try (Scheduler scheduler = open()) {
      scheduler.register("soak", run -> Outcome.DONE);
      long task = scheduler.schedule(NewTask.builder("soak", "soak").build()).id();
      for (int number = 0; number < SCHEDULES; number++) {
        meet(scheduler, number);
      }
      scheduler.start();
      long submitted = 0;
      for (int i = 0; i < options.samples(); i++) {
        long until = (long) options.runs() * (i + 1) / options.samples();
        submitted = submit(scheduler, task, submitted, until);
        await(scheduler, submitted);
        deleteHistory(scheduler);
        comeAndGo();
        if (i == Growth.warmUp(options.samples())) {
          before = Histogram.live().byClass();
          before = Histogram.live().byClass(); // this time with the objects of such a map
        }
        Sample sample = Probe.sample(submitted);
        samples.add(sample);
        progress.accept(submitted + " runs, heap " + Math.round(sample.heap() / 1024) + " KiB");
      }
      after = Histogram.live().byClass(); // while what the scheduler holds is there
    }
    List<Growth> growths = new ArrayList<>();
    for (Quantity quantity : Quantity.values()) {
      growths.add(Growth.of(quantity, samples));
    }
    return new SoakResult(
        samples, growths, ClassGrowth.between(before, after), System.nanoTime() - started);
  }

  private Scheduler open() {
    return Scheduler.builder().database(database.url()).build();
  }

  private long submit(Scheduler scheduler, long task, long from, long to)
      throws InterruptedException {
    Submission submission = new Submission(task, Bytes.of(new byte[PAYLOAD_BYTES]));
    long submitted = from;
    while (submitted < to) {
      int size = (int) Math.min(BATCH, to - submitted);
      scheduler.submitAll(Collections.nCopies(size, submission));
      for (long run = submitted; run < submitted + size; run++) {
        beside(scheduler, run);
      }
      submitted += size;
      await(scheduler, submitted - WAITING);
    }
    return submitted;
  }

  private void beside(Scheduler scheduler, long run) {
    limiter.take(run);
    if (run % SCHEDULE_EVERY == 0) {
      meet(scheduler, SCHEDULES + run / SCHEDULE_EVERY);
    }
    for (LongConsumer leak : planted) {
      leak.accept(run);
    }
  }

  /** A schedule that was not there before, for as long as a day has seconds. */
  private static void meet(Scheduler scheduler, long number) {
    String schedule = number % 60 + " " + number / 60 % 60 + " " + number / 3_600 % 24 + " * * *";
    scheduler.schedules().nextDueAt(schedule, 0);
  }

  private static void await(Scheduler scheduler, long ended) throws InterruptedException {
    long seen = scheduler.listener().accepted();
    long since = System.nanoTime();
    while (seen < ended) {
      TimeUnit.NANOSECONDS.sleep(POLL_NANOS);
      long now = scheduler.listener().accepted();
      if (now > seen) {
        seen = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > STALLED_NANOS) {
        throw new IllegalStateException("for two minutes no run has ended: " + seen + " of " + ended
            + " have; see the log of the scheduler");
      }
    }
  }

  private static void deleteHistory(Scheduler scheduler) {
    long now = Instant.now().toEpochMilli() + 1;
    while (scheduler.runs().cleanup(now, WAITING) == WAITING) {
      // there is more
    }
  }

  /** Another node on the same database, from its first connection to its last. */
  private void comeAndGo() {
    try (Scheduler other = open()) {
      other.register("elsewhere", run -> Outcome.DONE);
      other.start();
    }
  }
}
