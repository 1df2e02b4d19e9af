package dev.tare.reports.cli.options.judge;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The forms of a report. */
public enum ReportFormat {
  /** Aligned tables for a terminal. */
  TEXT,
  /** Tables for a pull request or a CI summary. */
  MARKDOWN,
  /** Records by the published schema, one document an environment. */
  JSON,
  /** JUnit's XML, a test case a row. */
  JUNIT,
  /** SARIF 2.1.0, a result a figure that is not in order. */
  SARIF,
  /** Annotations of GitHub Actions. */
  GITHUB,
  /** What github-action-benchmark reads as {@code customSmallerIsBetter}. */
  BENCHMARK_ACTION;

  /** The name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static ReportFormat of(String label) {
    return Arrays.stream(values())
        .filter(format -> format.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new TypeConversionException("'" + label + "' is no format; known: "
            + Arrays.stream(values()).map(ReportFormat::label).collect(joining(", "))));
  }

  /** Reads a name. */
  static final class Name implements ITypeConverter<ReportFormat> {
    @Override
    public ReportFormat convert(String value) {
      return of(value);
    }
  }
}
