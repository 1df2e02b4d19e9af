package dev.tare.profiling.jmh.profile;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.recording.RecordingPlan;
import dev.tare.profiling.recording.RecordingSession;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs one row by JMH in this JVM for a while, compiled, and records it. */
public final class RecordedRun {
  /** The first ends in code compiled midway through a loop; the second begins in what is whole. */
  private static final int WARM_UPS = 2;

  private static final long MILLIS = 1000;

  private final BenchmarkId row;
  private final OptionalInt threads;
  private final RecordingPlan plan;

  /** A run of {@code row} by so many threads, or as its annotations say. */
  public RecordedRun(BenchmarkId row, OptionalInt threads, RecordingPlan plan) {
    this.row = row;
    this.threads = threads;
    this.plan = plan;
  }

  /** Runs and records; the file is complete when this returns. Returns what recorded. */
  public String perform() throws RunnerException, IOException {
    RecordingSession session = plan.newSession();
    if (plan.ofHeap()) {
      session.start(); // what set-up allocates may live longest
      try {
        run();
      } finally {
        session.stop();
      }
    } else {
      RecordingProfiler.recordBy(session);
      run();
      RecordingProfiler.requireDone();
    }
    return session.recorder();
  }

  private void run() throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include('^' + Pattern.quote(row.benchmark()) + '$')
        .forks(0)
        .mode(Mode.AverageTime)
        .warmupIterations(WARM_UPS)
        .warmupTime(TimeValue.milliseconds(MILLIS * plan.warmupSeconds() / WARM_UPS))
        .measurementIterations(1)
        .measurementTime(TimeValue.seconds(plan.seconds()))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .addProfiler(RecordingProfiler.class);
    threads.ifPresent(options::threads);
    row.params().forEach((name, value) -> options.param(name, value));
    new Runner(options.build()).run();
  }
}
