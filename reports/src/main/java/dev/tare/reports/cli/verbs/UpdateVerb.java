package dev.tare.reports.cli.verbs;

import static java.util.stream.Collectors.toSet;

import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.baseline.BaselineStore;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.gate.Selection;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.matrix.InstanceSizes;
import dev.tare.reports.matrix.MeasurePlan;
import dev.tare.reports.render.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Claims what is measured, for better or worse; the review of the diff is the check. */
@Command(
    name = "update",
    sortOptions = false,
    description = {
      "Measures, and makes the figures the baseline: all of them, or none if a row fails.",
      "Lines of benchmarks that are gone are deleted, within the selection only."
    })
final class UpdateVerb extends MeasuringVerb {
  @Option(
      names = "--sites",
      description = "Keep with the figures which lines allocate and copy, so that a red gate can"
          + " tell those that changed. A baseline that has some gets them anew anyway.")
  private boolean sites;

  @Option(
      names = "--layout",
      paramLabel = "CLASS",
      split = ",",
      description = "Also keep how large an instance of this class is; repeatable. Those that the"
          + " baseline has stay in it.")
  private List<String> classes = new ArrayList<>();

  UpdateVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    MeasurePlan plan = plan(Optional.empty());
    BaselineStore store = store();
    store.keys().forEach(store::read);
    requireInJars(plan);
    List<MeasureResult> results = measure(plan, store, classes);
    requireNoFailure(results);
    requireOneResultAKey(results);
    Selection selection = plan.selection();
    Map<String, Baseline> next = new LinkedHashMap<>();
    figures(plan, results, store).forEach((environment, figures) -> {
      String key = environment.baselineKey();
      Baseline before = store.read(key).orElse(Baseline.empty());
      Set<FigureKey> measured = figures.stream().map(FigureKey::of).collect(toSet());
      next.put(
          key,
          before.with(figures).without(line -> selection.test(line) && !measured.contains(line)));
    });
    claim(next, store).forEach(this::print);
    return ExitCode.OK.code();
  }

  private void requireInJars(MeasurePlan plan) {
    for (String name : classes) {
      if (!InstanceSizes.areIn(plan)) {
        throw new UserError(
            ExitCode.USAGE,
            "--layout " + name + ": nothing is kept of it by this selection; leave out --include,"
                + " or let it match '" + InstanceSizes.NAME + "' too");
      }
      if (!InstanceSizes.isIn(plan.jars(), name)) {
        throw new UserError(
            ExitCode.ERROR,
            "--layout " + name + ": there is no such class in " + plan.jars()
                + "; a nested one is written with a $");
      }
    }
  }

  private Map<Environment, List<Measurement>> figures(
      MeasurePlan plan, List<MeasureResult> results, BaselineStore store) {
    Map<Environment, List<Measurement>> figures = new LinkedHashMap<>();
    results.forEach(
        result -> figures.put(result.environment(), Judged.gated(result.measurements())));
    return withSites(plan, figures, results, store, sites);
  }

  private void requireNoFailure(List<MeasureResult> results) {
    List<Failure> failures = new ArrayList<>();
    for (MeasureResult result : results) {
      for (Failure failure : result.failures()) {
        if (failure.kind() == Failure.Kind.NOT_STABLE) {
          surroundings.err().println("not stable, left out: " + Wording.failure(failure));
        } else {
          failures.add(failure);
        }
      }
    }
    if (!failures.isEmpty()) {
      failures.forEach(
          failure -> surroundings.err().println("failed: " + Wording.failure(failure)));
      throw new UserError(
          ExitCode.ERROR,
          Wording.count(failures.size(), "row")
              + " failed; the baseline is as it was: mend them, or use --exclude");
    }
  }
}
