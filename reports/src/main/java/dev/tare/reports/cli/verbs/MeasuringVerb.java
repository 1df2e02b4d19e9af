package dev.tare.reports.cli.verbs;

import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.baseline.BaselineChange;
import dev.tare.reports.baseline.BaselineStore;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.cli.io.ProgressLine;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.BaselineOptions;
import dev.tare.reports.cli.options.MeasureOptions;
import dev.tare.reports.cli.search.SiteKeeping;
import dev.tare.reports.gate.Selection;
import dev.tare.reports.gate.Status;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.matrix.InstanceSizes;
import dev.tare.reports.matrix.Matrix;
import dev.tare.reports.matrix.MeasurePlan;
import dev.tare.reports.render.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Mixin;

/** A verb that measures: the options of a run, and what follows from them. */
abstract class MeasuringVerb extends Verb {
  // A claim that names more benchmarks than this is longer than the selection that it narrows.
  private static final int NAMED_BENCHMARKS = 4;

  private static final int MOST_PATCH_LINES = 24;

  @Mixin
  private MeasureOptions measureOptions = new MeasureOptions();

  @Mixin
  private BaselineOptions baselineOptions = new BaselineOptions();

  MeasuringVerb(Surroundings surroundings) {
    super(surroundings);
  }

  /** What is counted where the user says nothing. */
  Set<Metric> metrics() {
    return Metric.OF_WRITTEN;
  }

  /** The options that set the limits of this run. */
  List<String> limits() {
    return List.of();
  }

  final MeasureOptions measureOptions() {
    return measureOptions;
  }

  final MeasurePlan plan(Optional<Path> logs) {
    return measureOptions.plan(surroundings.defaults(), logs, metrics());
  }

  final List<MeasureResult> measure(MeasurePlan plan) {
    NamedCopies.check(measureOptions.copyMethods(), plan.jars(), measureOptions.packages());
    boolean shown = surroundings.terminal() && measureOptions.showProgress() && !quiet();
    try (ProgressLine progress = new ProgressLine(surroundings.err(), shown)) {
      return Matrix.measure(
          plan, surroundings.measurer().sideBySide(measureOptions.jobs()), progress);
    }
  }

  /** The same, with the sizes of the classes that the baselines name, and of these. */
  final List<MeasureResult> measure(MeasurePlan plan, BaselineStore store, List<String> classes) {
    List<MeasureResult> results = measure(plan);
    if (!InstanceSizes.areIn(plan)) {
      return results;
    }
    return InstanceSizes.addedTo(results, plan, environment -> {
      Set<String> wanted = new TreeSet<>(classes);
      store.read(environment.baselineKey()).map(InstanceSizes::in).ifPresent(wanted::addAll);
      return wanted;
    });
  }

  final BaselineStore store() {
    Path directory =
        baselineOptions.directory(surroundings.defaults(), measureOptions.foreignJar());
    return new BaselineStore(directory, surroundings.writer());
  }

  /** The command line that does this again. */
  final String reproduction(String verb) {
    List<String> arguments = new ArrayList<>(measureOptions.arguments(metrics()));
    arguments.addAll(furtherArguments());
    arguments.addAll(limits());
    return command(List.of(verb), arguments);
  }

  /** Options that this verb alone has, and that a claim does not need. */
  List<String> furtherArguments() {
    return List.of();
  }

  /** The command line that takes these benchmarks' figures into the baseline. */
  private String claimCommand(SortedSet<String> benchmarks) {
    return command(List.of("baseline", "update"), argumentsFor(benchmarks));
  }

  private List<String> argumentsFor(SortedSet<String> benchmarks) {
    // No jar has a benchmark of the name that stands for the sizes of classes.
    boolean all = benchmarks.isEmpty()
        || benchmarks.size() > NAMED_BENCHMARKS
        || benchmarks.contains(InstanceSizes.NAME);
    return all
        ? measureOptions.arguments(metrics())
        : measureOptions.argumentsFor(benchmarks, metrics());
  }

  /** What to do about a verdict that is not in order: how to see it again, and how to claim it. */
  final List<String> hints(Judged judged, Status worst, BaselineStore store) {
    List<String> hints = new ArrayList<>();
    if (!judged.withoutBaseline().isEmpty()) {
      String keys = String.join(", ", judged.withoutBaseline());
      hints.add("no baseline for " + keys + " under " + store.directory() + "; make one with:");
      // With the sites from the start: a later red gate can tell what changed.
      hints.add("  "
          + command(List.of("baseline", "update", "--sites"), measureOptions.arguments(metrics())));
      return hints;
    }
    SortedSet<String> benchmarks = judged.benchmarksNotInOrder();
    if (!benchmarks.isEmpty() && worst != Status.IMPROVEMENT) {
      List<String> again = new ArrayList<>(argumentsFor(benchmarks));
      again.addAll(limits());
      hints.add("reproduce with:");
      hints.add("  " + command(List.of("run"), again));
    }
    // A claim writes all figures or none, so a failed row is to be mended first.
    if (!judged.claimable().isEmpty() && worst != Status.FAILED) {
      hints.add("if that is meant, claim it with:");
      hints.add("  " + claimCommand(judged.claimable()));
      List<String> patch = judged.report().claim().lines().toList();
      if (!patch.isEmpty() && patch.size() <= MOST_PATCH_LINES) {
        hints.add("which is:");
        patch.forEach(line -> hints.add("  " + line));
      }
    }
    return hints;
  }

  /**
   * These figures with their sites, if the baseline keeps those of what is counted, in any row, or
   * is to keep them from now on.
   */
  final Map<Environment, List<Measurement>> withSites(
      MeasurePlan plan,
      Map<Environment, List<Measurement>> figures,
      List<MeasureResult> results,
      BaselineStore store,
      boolean wanted) {
    Selection rows = plan.selection();
    Selection counted = new Selection(List.of(), List.of(), Map.of(), rows.modes(), rows.metrics());
    boolean kept = figures.keySet().stream()
        .flatMap(environment -> store.read(environment.baselineKey()).stream())
        .flatMap(baseline -> baseline.figures().stream())
        .anyMatch(line -> !line.sites().isEmpty() && counted.test(FigureKey.of(line)));
    if (!wanted && !kept) {
      return figures;
    }
    Map<Environment, List<SiteFigure>> calls = new HashMap<>();
    results.forEach(result -> calls.put(result.environment(), result.sites()));
    return new SiteKeeping(plan, this::measure, surroundings.err()::println).keep(figures, calls);
  }

  /** Refuses results of which two would be written to one place. */
  static void requireOneResultAKey(List<MeasureResult> results) {
    Set<String> keys = new HashSet<>();
    for (MeasureResult result : results) {
      String key = result.environment().baselineKey();
      if (!keys.add(key)) {
        throw new UserError(
            ExitCode.USAGE,
            "two of the JVMs have the baseline key " + key + "; claim with one of them");
      }
    }
  }

  /** Writes all of these baselines or none; returns one line a change and one an environment. */
  static List<String> claim(Map<String, Baseline> next, BaselineStore store) {
    List<String> lines = new ArrayList<>();
    next.forEach((key, after) -> {
      Baseline before = store.read(key).orElse(Baseline.empty());
      List<BaselineChange> changes = before.changesTo(after);
      changes.forEach(change -> lines.add(Wording.change(change)));
      lines.add(
          changes.isEmpty()
              ? key + ": the baseline holds these figures already"
              : key + ": " + Wording.count(changes.size(), "line") + " changed in "
                  + store.directory().resolve(key));
    });
    store.write(next);
    return lines;
  }

  final String command(List<String> verb, List<String> arguments) {
    List<String> words = new ArrayList<>(verb);
    words.addAll(arguments);
    baselineOptions.given().ifPresent(directory -> {
      words.add("--baselines");
      words.add(directory.toString());
    });
    return surroundings.defaults().commandLine().apply(words);
  }
}
