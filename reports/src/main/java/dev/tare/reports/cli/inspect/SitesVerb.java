package dev.tare.reports.cli.inspect;

import dev.tare.reports.ExitCode;
import dev.tare.reports.cli.io.ProgressLine;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.verbs.Verb;
import dev.tare.reports.gate.Pairing;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.matrix.Matrix;
import dev.tare.reports.matrix.MeasurePlan;
import dev.tare.reports.render.JsonReport;
import dev.tare.reports.render.Section;
import dev.tare.reports.sites.SiteReport;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which lines allocate: bytes and objects by class and call site. */
@Command(
    name = "sites",
    sortOptions = false,
    description = {
      "Shows which lines allocate what: exact bytes and objects an operation, by class and line.",
      "They add up to the figure of 'run', or the row is refused with the difference."
    })
final class SitesVerb extends Verb {
  @Mixin
  private SiteOptions options = new SiteOptions();

  SitesVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    List<MeasureResult> results = measure(options.plan(surroundings.defaults()));
    boolean failed = false;
    for (MeasureResult result : results) {
      surroundings.out().print(render(result));
      failed |= !result.failures().isEmpty();
    }
    surroundings.out().flush();
    return (failed ? ExitCode.ERROR : ExitCode.OK).code();
  }

  private List<MeasureResult> measure(MeasurePlan plan) {
    boolean shown = surroundings.terminal() && options.showProgress() && !quiet();
    try (ProgressLine progress = new ProgressLine(surroundings.err(), shown)) {
      return Matrix.measure(plan, surroundings.measurer(), progress);
    }
  }

  private String render(MeasureResult result) {
    SiteReport report = new SiteReport(
        result.environment(), result.measurements(), result.failures(), options.top());
    return switch (options.format()) {
      case TEXT -> quiet() ? report.problems() : report.text();
      case MARKDOWN -> report.markdown();
      case JSON ->
        JsonReport.render(
            new Section(
                result.environment(),
                result.measurements(),
                result.failures(),
                Pairing.of(result.measurements()),
                Optional.empty(),
                result.sites()),
            command("sites", options.arguments()));
    };
  }
}
