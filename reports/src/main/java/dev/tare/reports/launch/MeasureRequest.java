package dev.tare.reports.launch;

import dev.tare.profiling.wire.Counting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to measure, and on what.
 *
 * @param jar a JMH benchmark jar, as JMH's own build makes it
 * @param jvmHome the home of the JVM to measure on
 * @param include regular expressions, any of which a benchmark's name must contain; empty for all
 * @param exclude regular expressions, none of which it may contain
 * @param params values that replace a benchmark's own for a parameter; ignored by one without it
 * @param properties system properties for the benchmarks, kept off the command line: it is public
 * @param jvmArgs further arguments of the measuring JVM
 * @param rowLimit how long one row may take before it is given up by name
 * @param log where the measuring JVM's own output goes; empty to discard it
 * @param counting what to count, and how
 */
public record MeasureRequest(
    Path jar,
    Path jvmHome,
    List<String> include,
    List<String> exclude,
    Map<String, List<String>> params,
    Map<String, String> properties,
    List<String> jvmArgs,
    Duration rowLimit,
    Optional<Path> log,
    Counting counting) {

  /** A request that counts bytes alone. */
  public MeasureRequest(
      Path jar,
      Path jvmHome,
      List<String> include,
      List<String> exclude,
      Map<String, List<String>> params,
      Map<String, String> properties,
      List<String> jvmArgs,
      Duration rowLimit,
      Optional<Path> log) {
    this(
        jar, jvmHome, include, exclude, params, properties, jvmArgs, rowLimit, log, Counting.BYTES);
  }
}
