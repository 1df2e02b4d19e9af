package dev.tare.profiling.jmh.profile;

import dev.tare.profiling.recording.RecordingSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.runner.IterationType;

/**
 * Records the measured iteration, and not the warm-up before it. JMH makes the instance, so what it
 * records by is static: one run at a time in a JVM.
 */
public final class RecordingProfiler implements InternalProfiler {
  private static @Nullable RecordingSession session;
  private static boolean done;

  /** Has the next run recorded. */
  @SuppressWarnings("StaticAssignmentInMethod")
  static void recordBy(RecordingSession one) {
    session = one;
    done = false;
  }

  /** Checks that the run came to its measured iteration and out of it. */
  static void requireDone() {
    if (!done) {
      throw new IllegalStateException("JMH ran no measured iteration to the end");
    }
  }

  @Override
  public String getDescription() {
    return "Records the measured iteration";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
    RecordingSession one = session;
    if (one != null && iteration.getType() == IterationType.MEASUREMENT) {
      try {
        one.start();
      } catch (IOException e) {
        throw new UncheckedIOException("nothing can be recorded", e);
      }
    }
  }

  @Override
  @SuppressWarnings({"rawtypes", "StaticAssignmentInMethod"}) // the interface's own signature
  public Collection<? extends Result> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    RecordingSession one = session;
    if (one != null && iteration.getType() == IterationType.MEASUREMENT) {
      session = null;
      try {
        one.stop();
      } catch (IOException e) {
        throw new UncheckedIOException("the recording can not be kept", e);
      }
      done = true;
    }
    return List.of();
  }
}
