package dev.tare.reports.cli.verbs;

import dev.tare.profiling.record.Failure;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.baseline.BaselineStore;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.gate.Selection;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.matrix.MeasurePlan;
import dev.tare.reports.render.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;

/** Claims what is measured, for better or worse; the review of the diff is the check. */
@Command(
    name = "update",
    sortOptions = false,
    description = {
      "Measures, and makes the figures the baseline: all of them, or none if a row fails.",
      "Lines of benchmarks that are gone are deleted, within the selection only."
    })
final class UpdateVerb extends MeasuringVerb {

  UpdateVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    MeasurePlan plan = plan(Optional.empty());
    BaselineStore store = store();
    store.keys().forEach(store::read);
    List<MeasureResult> results = measure(plan);
    requireNoFailure(results);
    requireOneResultAKey(results);
    Selection selection = plan.selection();
    Map<String, Baseline> next = new LinkedHashMap<>();
    for (MeasureResult result : results) {
      String key = result.environment().baselineKey();
      Baseline before = store.read(key).orElse(Baseline.empty());
      next.put(key, before.without(selection).with(Judged.gated(result.measurements())));
    }
    claim(next, store).forEach(this::print);
    return ExitCode.OK.code();
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
