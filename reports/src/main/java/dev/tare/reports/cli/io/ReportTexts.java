package dev.tare.reports.cli.io;

import static java.util.stream.Collectors.joining;

import dev.tare.reports.cli.options.judge.OutputFile;
import dev.tare.reports.cli.options.judge.ReportFormat;
import dev.tare.reports.render.JsonReport;
import dev.tare.reports.render.MarkdownReport;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.ci.BenchmarkActionReport;
import dev.tare.reports.render.ci.GithubReport;
import dev.tare.reports.render.ci.JunitReport;
import dev.tare.reports.render.ci.SarifReport;
import dev.tare.reports.render.ci.Sources;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report in the forms that a user asks for.
 *
 * @param report the report
 * @param text its form as text, which is the verb's
 */
public record ReportTexts(Report report, String text) {

  /** One form; sources are looked for below the working directory. */
  public String in(ReportFormat format) {
    Sources sources = new SourceTree(Path.of(""));
    return switch (format) {
      case TEXT -> text;
      case MARKDOWN -> MarkdownReport.render(report);
      case JSON ->
        report.sections().stream()
            .map(section -> JsonReport.render(section, report.command()))
            .collect(joining());
      case JUNIT -> JunitReport.render(report);
      case SARIF -> SarifReport.render(report, sources);
      case GITHUB -> GithubReport.render(report, sources);
      case BENCHMARK_ACTION -> BenchmarkActionReport.render(report);
    };
  }

  /** The content of each of these files. */
  public Map<Path, String> of(List<OutputFile> files) {
    Map<Path, String> texts = new LinkedHashMap<>();
    files.forEach(file -> texts.put(file.file(), in(file.format())));
    return texts;
  }
}
