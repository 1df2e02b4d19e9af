package dev.tare.profiling.jmh.run;

import dev.tare.profiling.jmh.run.SingleShot.Halves;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.sites.AllocationRecorder;
import dev.tare.profiling.sites.Attribution;
import dev.tare.profiling.sites.RecordedAllocations;
import dev.tare.profiling.wire.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Determines where the bytes and objects of one row come from.
 *
 * <p>The row's figure is taken first, without a recording. Then every allocation of a few small
 * batches is recorded. An iteration is used only if the recorded objects weigh what the meter read
 * around it, to the byte; and the sites found must add up to the row's figure. Otherwise there is
 * no result, but an error that tells the difference.
 *
 * <p>A stack tells the harness's own objects from an operation's, so batches can be small: reading
 * a recording takes longer than making it.
 */
final class SiteMeter {
  private static final int[] ITERATIONS = {4, 8, 15};
  private static final int SMALL_BATCH = 4;

  /** Of an operation that allocates more, even a few make a long recording. */
  private static final double HEAVY_BYTES = 4_000;

  /** No further recording after so long: a row must not be given up where it could be told why. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(50);

  private final BenchmarkId row;
  private final OptionalInt threads;
  private final AllocationRecorder recorder;
  private final Attribution attribution;

  SiteMeter(
      BenchmarkId row, OptionalInt threads, AllocationRecorder recorder, Attribution attribution) {
    this.row = row;
    this.threads = threads;
    this.recorder = recorder;
    this.attribution = attribution;
  }

  /**
   * Bytes or objects or both, each with its sites.
   *
   * @throws IllegalStateException if the sites do not add up to what the meter reads
   */
  Event.Measured measure(Set<Metric> metrics) throws RunnerException, IOException {
    long deadline = System.nanoTime() + MOST_NANOS;
    WrittenMeter meter = new WrittenMeter(row, threads);
    Measurement bytes = meter.measure(Set.of(Metric.BYTES)).measurements().get(0);
    int few = bytes.value() > HEAVY_BYTES ? 1 : Math.min(SMALL_BATCH, meter.batch());
    Recorded recorded = record(few, ITERATIONS[0]);
    for (int i = 1; i < ITERATIONS.length && !recorded.agreesWith(bytes, true); i++) {
      if (System.nanoTime() > deadline) {
        break;
      }
      // What many calls share a cost of shows in large batches alone.
      recorded = record(i == 1 ? few : meter.batch(), ITERATIONS[i]);
    }
    if (!recorded.agreesWith(bytes, false)) {
      throw new IllegalStateException(recorded.differenceTo(bytes));
    }
    Recorded sites = recorded;
    return new Event.Measured(
        metrics.stream().sorted().map(metric -> sites.of(metric, bytes)).toList());
  }

  private Recorded record(int batch, int iterations) throws RunnerException, IOException {
    SingleShot runs = new SingleShot(row, threads);
    Recorded.Runs recorded = new Recorded.Runs();
    for (int large : new int[] {4 * batch, 2 * batch}) {
      AllocationProfiler.recordBy(recorder);
      Halves halves = Halves.none();
      Optional<Path> recording;
      try {
        halves = runs.run(batch, large, iterations);
      } finally {
        recording = AllocationProfiler.takeRecording();
      }
      if (recording.isPresent()) {
        try {
          recorded.add(halves, RecordedAllocations.read(recording.get(), attribution));
        } finally {
          Files.deleteIfExists(recording.get());
        }
      }
    }
    return Recorded.of(recorded);
  }
}
