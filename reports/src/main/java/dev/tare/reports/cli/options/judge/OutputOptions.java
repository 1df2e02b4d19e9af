package dev.tare.reports.cli.options.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is printed and written. */
public final class OutputOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = ReportFormat.Name.class,
      description = "What to print: text (default), markdown, json, junit, sarif, github or"
          + " benchmark-action.")
  private ReportFormat format = ReportFormat.TEXT;

  @Option(
      names = "--output",
      paramLabel = "FORMAT=FILE",
      converter = OutputFile.Text.class,
      description = "Also write this form to this file; repeatable.")
  private List<OutputFile> files = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where report.html and records.json go.")
  private @Nullable Path out;

  @Option(
      names = "--accept",
      description = "Claim improvements and new figures, if nothing worse turned up:"
          + " write them into the baseline.")
  private boolean accept;

  /** What standard output carries. */
  public ReportFormat format() {
    return format;
  }

  /** Further forms, and their files. */
  public List<OutputFile> files() {
    return files;
  }

  /** Where to write files, if the user said so. */
  public Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  /** Whether improvements and new figures are claimed. */
  public boolean accept() {
    return accept;
  }
}
