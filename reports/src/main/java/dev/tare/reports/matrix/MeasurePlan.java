package dev.tare.reports.matrix;

import static java.util.stream.Collectors.toSet;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.sites.SitesBy;
import dev.tare.profiling.wire.Counting;
import dev.tare.profiling.wire.Timing;
import dev.tare.reports.CommandText;
import dev.tare.reports.gate.Selection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What one command measures.
 *
 * @param jars the JMH jars; no row may be in two of them
 * @param jvms the JVMs to measure on
 * @param include regular expressions, any of which a benchmark's name must contain; empty for all
 * @param exclude regular expressions, none of which it may contain
 * @param params values that replace a benchmark's own
 * @param databases the databases to run against
 * @param modes how figures are taken
 * @param jvmArgs further arguments of every measuring JVM
 * @param rowLimit how long one row may take
 * @param logs the directory for the measuring JVMs' own output; empty to discard it
 * @param counting what to count; objects are, in JVMs of their own, if sites are not asked for
 */
public record MeasurePlan(
    List<Path> jars,
    List<Jvm> jvms,
    List<Pattern> include,
    List<Pattern> exclude,
    Map<String, List<String>> params,
    List<Database> databases,
    Set<Mode> modes,
    List<String> jvmArgs,
    Duration rowLimit,
    Optional<Path> logs,
    Counting counting) {

  /** A plan that counts bytes alone. */
  public MeasurePlan(
      List<Path> jars,
      List<Jvm> jvms,
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
        jvms,
        include,
        exclude,
        params,
        databases,
        modes,
        jvmArgs,
        rowLimit,
        logs,
        Counting.BYTES);
  }

  /** The same plan, with time taken too. */
  public MeasurePlan timed(Timing timing) {
    Set<Mode> more = EnumSet.copyOf(modes);
    more.add(Mode.TIMED);
    return new MeasurePlan(
        jars,
        jvms,
        include,
        exclude,
        params,
        databases,
        more,
        jvmArgs,
        rowLimit,
        logs,
        counting.with(timing));
  }

  /** Compiled figures alone, of these benchmarks, that some of the jars have. */
  public MeasurePlan steadyOf(Collection<String> benchmarks, List<Path> someJars) {
    List<Pattern> names = benchmarks.stream()
        .map(name -> Pattern.compile('^' + Pattern.quote(name) + '$'))
        .toList();
    return new MeasurePlan(
        someJars,
        jvms,
        names,
        List.of(),
        params,
        databases,
        EnumSet.of(Mode.STEADY),
        jvmArgs,
        rowLimit,
        logs.map(directory -> directory.resolve("again")), // those of the first time stay
        counting);
  }

  /** What this JVM is started with: its own arguments, then those for every JVM. */
  public List<String> argumentsOf(Jvm jvm) {
    List<String> arguments = new ArrayList<>(jvm.arguments());
    arguments.addAll(jvmArgs);
    return arguments;
  }

  /** What a baseline must hold at least, if nothing has vanished. */
  public Selection selection() {
    Map<String, Set<String>> values = new HashMap<>();
    values.put(Database.PARAM, databases.stream().map(Database::dialect).collect(toSet()));
    params.forEach((name, some) -> values.put(name, new HashSet<>(some)));
    Set<Metric> metrics = EnumSet.copyOf(counting.metrics());
    if (metrics.contains(Metric.BYTES)) {
      metrics.add(Metric.INSTANCE_BYTES); // whoever counts bytes wants those of an instance too
    }
    return new Selection(include, exclude, values, modes, metrics);
  }

  /**
   * The same on these jars, counting this, for no row more than it takes to have these rows: one
   * plan for all benchmarks whose common parameters have the same values in them, for each is a JVM
   * more. No output is kept.
   */
  public List<MeasurePlan> narrowedTo(
      Collection<BenchmarkId> rows, List<Path> otherJars, Counting otherCounting) {
    Map<String, Map<String, Set<String>>> valuesByBenchmark = new TreeMap<>();
    for (BenchmarkId row : rows) {
      Map<String, Set<String>> values =
          valuesByBenchmark.computeIfAbsent(row.benchmark(), name -> new TreeMap<>());
      row.params()
          .forEach((name, value) ->
              values.computeIfAbsent(name, each -> new TreeSet<>()).add(value));
      values.remove(Database.PARAM); // each database sets its own
    }
    Map<Map<String, Set<String>>, List<Pattern>> together = new LinkedHashMap<>();
    valuesByBenchmark.forEach((benchmark, values) -> {
      Map<String, Set<String>> joined = together.keySet().stream()
          .filter(others -> agree(others, values))
          .findFirst()
          .orElse(Map.of());
      List<Pattern> names = Objects.requireNonNullElseGet(together.remove(joined), ArrayList::new);
      names.add(Pattern.compile('^' + CommandText.literalRegex(benchmark) + '$'));
      Map<String, Set<String>> all = new TreeMap<>(joined);
      all.putAll(values);
      together.put(all, names);
    });
    List<MeasurePlan> plans = new ArrayList<>();
    together.forEach((values, names) -> {
      Map<String, List<String>> narrowed = new HashMap<>(params);
      values.forEach((name, some) -> narrowed.put(name, List.copyOf(some)));
      plans.add(new MeasurePlan(
          otherJars,
          jvms,
          names,
          List.of(),
          narrowed,
          databases,
          EnumSet.of(otherCounting.mode()),
          jvmArgs,
          rowLimit,
          Optional.empty(),
          otherCounting));
    });
    return plans;
  }

  /** Whether values for some parameters can be those for others too. */
  private static boolean agree(Map<String, Set<String>> some, Map<String, Set<String>> others) {
    return others.entrySet().stream()
        .allMatch(
            each -> each.getValue().equals(some.getOrDefault(each.getKey(), each.getValue())));
  }

  /** The parameters to measure with on this database; one that the user set stays as it is. */
  public Map<String, List<String>> paramsOn(Database database) {
    Map<String, List<String>> all = new HashMap<>(params);
    all.putIfAbsent(Database.PARAM, List.of(database.dialect()));
    return all;
  }

  /**
   * What to count in one JVM each: a recording of every allocation stays out of the way of what is
   * counted without.
   */
  List<Counting> countings() {
    List<Counting> countings = new ArrayList<>();
    if (modes.contains(Mode.WRITTEN)) {
      countings.addAll(countingsAsWritten());
    }
    if (modes.contains(Mode.STEADY)) {
      countings.add(Counting.steady(counting.packages()));
    }
    if (modes.contains(Mode.TIMED)) {
      countings.add(Counting.timed(counting.packages(), counting.timing()));
    }
    return countings;
  }

  private List<Counting> countingsAsWritten() {
    Set<Metric> metrics = EnumSet.copyOf(counting.metrics());
    if (counting.sites().isPresent() || !metrics.remove(Metric.OBJECTS)) {
      return List.of(counting);
    }
    List<Counting> countings = new ArrayList<>();
    if (!metrics.isEmpty()) {
      countings.add(new Counting(metrics, counting.packages(), counting.copyMethods()));
    }
    countings.add(new Counting(
        Mode.WRITTEN,
        Set.of(Metric.OBJECTS),
        counting.packages(),
        List.of(),
        Optional.of(SitesBy.AUTO)));
    return countings;
  }
}
