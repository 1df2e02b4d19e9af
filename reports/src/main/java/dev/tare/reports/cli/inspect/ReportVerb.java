package dev.tare.reports.cli.inspect;

import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.cli.io.ReportFiles;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.Format;
import dev.tare.reports.cli.options.FormatOption;
import dev.tare.reports.cli.verbs.Verb;
import dev.tare.reports.collection.Findings;
import dev.tare.reports.collection.Records;
import dev.tare.reports.page.Page;
import dev.tare.reports.page.figure.Figures;
import dev.tare.reports.render.Report;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** All results that are there as one page. */
@Command(
    name = "report",
    sortOptions = false,
    description = {
      "Shows what run, profile, layout and scripts/load left under ./out as one page that needs no",
      "network, and as Markdown; measures nothing. The last line is the page's path.",
      "With --history: which figure changed with which commit, as history.html."
    })
final class ReportVerb extends Verb {
  private static final Path OUT = Path.of("out");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results are, and where report.html goes; default: out.")
  private Path out = OUT;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      description = "Records of a run, in the place of those in the directory; repeatable.")
  private List<Path> records = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "DIR",
      description = "Profiles, in the place of those in the directory; repeatable.")
  private List<Path> profiles = new ArrayList<>();

  @Option(
      names = "--load",
      paramLabel = "FILE",
      description = "What a load gave, or a directory of that, likewise; repeatable.")
  private List<Path> loads = new ArrayList<>();

  @Option(
      names = "--layout",
      paramLabel = "FILE",
      description = "Layouts of classes, likewise; repeatable.")
  private List<Path> layouts = new ArrayList<>();

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "The file that --history of run and gate appended to; shows that alone.")
  private Optional<Path> history = Optional.empty();

  @Mixin
  private FormatOption format = new FormatOption();

  ReportVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    if (history.isPresent()) {
      HistoryView.show(history.get(), out, format.format(), surroundings);
      return ExitCode.OK.code();
    }
    if (format.format() != Format.TEXT) {
      throw new UserError(
          ExitCode.USAGE, "--format is for --history; the report is always a page and Markdown");
    }
    String command = surroundings.defaults().command();
    Findings found = Findings.in(out).or(records, profiles, loads, layouts);
    if (found.isEmpty()) {
      throw new UserError(
          ExitCode.ERROR,
          out + ": there is nothing to show; measure first with '" + command
              + " run', or name another directory with --out");
    }
    Report report = Records.report(found.records());
    Figures figures = found.figures(command);
    List<String> names = found.records().stream().map(Path::toString).toList();
    Path page = ReportFiles.write(Page.of(report, names::get, figures), out, surroundings.writer());
    surroundings.out().println(page);
    return ExitCode.OK.code();
  }
}
