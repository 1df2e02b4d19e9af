package dev.tare.reports.cli.options.judge;

import dev.tare.reports.cli.options.Format;
import dev.tare.reports.cli.options.FormatOption;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What is printed and written. */
public final class OutputOptions {
  @Mixin
  private FormatOption format = new FormatOption();

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
  public Format format() {
    return format.format();
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
