package dev.tare.reports.cli.verbs;

import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.OutputOptions;
import dev.tare.reports.gate.Status;
import dev.tare.reports.render.TextReport;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;

/** The main job: measure, compare the pairs, judge where there is a baseline, write the report. */
@Command(
    name = "run",
    sortOptions = false,
    description = {
      "Measures, compares the pairs, and judges by the baseline if this JDK has one.",
      "Writes report.html and records.json to ./out; the last line is the report's path."
    })
final class RunVerb extends JudgingVerb {
  private static final Path OUT = Path.of("out");

  RunVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Optional<Path> directory(OutputOptions output) {
    return Optional.of(output.out().orElse(OUT));
  }

  @Override
  String text(Judged judged) {
    return quiet() ? TextReport.renderVerdict(judged.report()) : TextReport.render(judged.report());
  }

  @Override
  Status worst(Judged judged) {
    return judged.report().worst();
  }
}
