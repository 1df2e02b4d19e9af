package dev.tare.reports.matrix;

import static java.util.stream.Collectors.toSet;

import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.gate.Selection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one command measures.
 *
 * @param jars the JMH jars; no row may be in two of them
 * @param jvmHomes the JVMs to measure on
 * @param include regular expressions, any of which a benchmark's name must contain; empty for all
 * @param exclude regular expressions, none of which it may contain
 * @param params values that replace a benchmark's own
 * @param databases the databases to run against
 * @param modes how figures are taken
 * @param jvmArgs further arguments of the measuring JVM
 * @param rowLimit how long one row may take
 * @param logs the directory for the measuring JVMs' own output; empty to discard it
 * @param metrics what to count
 * @param packages where copies are counted, if they are; empty for the benchmarks' own
 * @param copyMethods further methods that copy an object
 */
public record MeasurePlan(
    List<Path> jars,
    List<Path> jvmHomes,
    List<Pattern> include,
    List<Pattern> exclude,
    Map<String, List<String>> params,
    List<Database> databases,
    Set<Mode> modes,
    List<String> jvmArgs,
    Duration rowLimit,
    Optional<Path> logs,
    Set<Metric> metrics,
    List<String> packages,
    List<String> copyMethods) {

  /** A plan that counts bytes alone. */
  public MeasurePlan(
      List<Path> jars,
      List<Path> jvmHomes,
      List<Pattern> include,
      List<Pattern> exclude,
      Map<String, List<String>> params,
      List<Database> databases,
      Set<Mode> modes,
      List<String> jvmArgs,
      Duration rowLimit,
      Optional<Path> logs) {
    this(
        jars,
        jvmHomes,
        include,
        exclude,
        params,
        databases,
        modes,
        jvmArgs,
        rowLimit,
        logs,
        Set.of(Metric.BYTES),
        List.of(),
        List.of());
  }

  /** What a baseline must hold at least, if nothing has vanished. */
  public Selection selection() {
    Map<String, Set<String>> values = new HashMap<>();
    values.put(Database.PARAM, databases.stream().map(Database::dialect).collect(toSet()));
    params.forEach((name, some) -> values.put(name, new HashSet<>(some)));
    return new Selection(include, exclude, values, modes, metrics);
  }

  /** The parameters to measure with on this database; one that the user set stays as it is. */
  Map<String, List<String>> paramsOn(Database database) {
    Map<String, List<String>> all = new HashMap<>(params);
    all.putIfAbsent(Database.PARAM, List.of(database.dialect()));
    return all;
  }
}
