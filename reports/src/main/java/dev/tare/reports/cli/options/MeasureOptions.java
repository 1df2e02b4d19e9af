package dev.tare.reports.cli.options;

import static java.util.stream.Collectors.joining;

import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.wire.Counting;
import dev.tare.reports.matrix.MeasurePlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** What to measure, and on what. */
public final class MeasureOptions extends TargetOptions {
  @Option(
      names = "--modes",
      split = ",",
      paramLabel = "MODE",
      converter = Values.ModeName.class,
      description = "How figures are taken: written (exact, interpreted; the default),"
          + " steady (compiled, the least of three JVMs a row).")
  private List<Mode> modes = new ArrayList<>(List.of(Mode.WRITTEN));

  @Option(
      names = "--metrics",
      split = ",",
      paramLabel = "METRIC",
      converter = Values.MetricName.class,
      description = "What to count, of bytes, objects, copies, copiedBytes and boxings;"
          + " default: whatever the verb is about.")
  private List<Metric> metrics = new ArrayList<>();

  @Option(
      names = "--copy-method",
      paramLabel = "CLASS#METHOD",
      converter = Values.CopyMethod.class,
      description = "A further method that copies an object, such as com.acme.Order#duplicate;"
          + " * stands for any characters; repeatable.")
  private List<String> copyMethods = new ArrayList<>();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many JVMs share the rows, each on a core; default: 1. Only for benchmarks"
          + " that do not mind others beside them, on a port or a file of one name.")
  private int jobs = 1;

  /**
   * How many JVMs measure at once.
   *
   * @throws dev.tare.reports.UserError if there are none
   */
  public int jobs() {
    if (jobs < 1) {
      throw usage("--jobs " + jobs + " measures nothing; give at least 1");
    }
    return jobs;
  }

  /**
   * The plan, with defaults filled in.
   *
   * @param logs where the measuring JVMs' own output goes
   * @param standard the metrics to count where the user says nothing
   */
  public MeasurePlan plan(Defaults defaults, Optional<Path> logs, Set<Metric> standard) {
    return plan(
        defaults,
        logs,
        EnumSet.copyOf(modes),
        new Counting(counted(standard), packages(), copyMethods));
  }

  /** The same for these jars, without output of the measuring JVMs. */
  public MeasurePlan plan(Defaults defaults, List<Path> jars, Set<Metric> standard) {
    return plan(
        jars,
        defaults,
        Optional.empty(),
        EnumSet.copyOf(modes),
        new Counting(counted(standard), packages(), copyMethods));
  }

  /** Further methods that copy an object. */
  public List<String> copyMethods() {
    return copyMethods;
  }

  /**
   * The options that measure the same again, without credentials.
   *
   * @param standard the metrics that are counted where the user says nothing
   */
  public List<String> arguments(Set<Metric> standard) {
    return arguments(counting(standard));
  }

  /** The options that measure these benchmarks of the same selection again. */
  public List<String> argumentsFor(Collection<String> benchmarks, Set<Metric> standard) {
    return argumentsFor(benchmarks, counting(standard));
  }

  private Set<Metric> counted(Set<Metric> standard) {
    return metrics.isEmpty() ? standard : EnumSet.copyOf(metrics);
  }

  private List<String> counting(Set<Metric> standard) {
    List<String> arguments = new ArrayList<>();
    if (!modes.equals(List.of(Mode.WRITTEN))) {
      add(arguments, "--modes", modes.stream().map(Mode::label).collect(joining(",")));
    }
    Set<Metric> counted = counted(standard);
    if (!counted.equals(Metric.OF_WRITTEN)) {
      add(
          arguments,
          "--metrics",
          counted.stream().sorted().map(Metric::label).collect(joining(",")));
    }
    copyMethods.forEach(name -> add(arguments, "--copy-method", name));
    return arguments;
  }
}
