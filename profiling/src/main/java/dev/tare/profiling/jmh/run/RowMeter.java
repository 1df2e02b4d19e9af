package dev.tare.profiling.jmh.run;

import dev.tare.profiling.jmh.time.TimeMeter;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.sites.AllocationRecorder;
import dev.tare.profiling.sites.Attribution;
import dev.tare.profiling.wire.Counting;
import dev.tare.profiling.wire.Event;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.openjdk.jmh.runner.RunnerException;

/** Measures rows one after the other, in this JVM. */
@FunctionalInterface
public interface RowMeter {

  /**
   * One figure a metric, in their order; or a failure, if the row has no one figure.
   *
   * @param threads how many threads to run it by, if JMH is not to find out
   */
  Event measure(BenchmarkId row, OptionalInt threads) throws RunnerException, IOException;

  /**
   * A meter for what is to be counted.
   *
   * @param packages the code by whose lines sites are told
   * @param properties the system properties that further JVMs are to have
   * @throws IllegalStateException if this JVM can not record its allocations
   */
  static RowMeter of(Counting counting, List<String> packages, Map<String, String> properties) {
    if (counting.mode() == Mode.TIMED) {
      return (row, threads) -> new TimeMeter(row, threads, counting.timing(), properties).measure();
    }
    if (counting.mode() == Mode.STEADY) {
      return (row, threads) -> new SteadyMeter(row, threads).measure();
    }
    if (counting.sites().isEmpty()) {
      return (row, threads) -> new WrittenMeter(row, threads).measure(counting.metrics());
    }
    AllocationRecorder recorder = counting.sites().get().newRecorder();
    Attribution attribution = new Attribution(packages);
    return (row, threads) ->
        new SiteMeter(row, threads, recorder, attribution).measure(counting.metrics());
  }
}
