package dev.tare.reports.cli.verbs;

import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.OutputOptions;
import dev.tare.reports.gate.Status;
import dev.tare.reports.render.TextReport;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;

/** The verdict alone, for CI: a missing baseline is red here, and nothing is written unasked. */
@Command(
    name = "gate",
    sortOptions = false,
    description = {
      "Measures and judges; prints what is not in order, and the verdict.",
      "Writes a report only where --out says so."
    })
final class GateVerb extends JudgingVerb {

  GateVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  Optional<Path> directory(OutputOptions output) {
    return output.out();
  }

  @Override
  String text(Judged judged) {
    return TextReport.renderVerdict(judged.report());
  }

  @Override
  Status worst(Judged judged) {
    return judged.worstForGate();
  }
}
