package dev.tare.reports.cli.options;

import picocli.CommandLine.Option;

/** In which form a verb prints. */
public final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Values.FormatName.class,
      description = "What to print: text (default), markdown or json.")
  private Format format = Format.TEXT;

  /** What standard output carries. */
  public Format format() {
    return format;
  }
}
