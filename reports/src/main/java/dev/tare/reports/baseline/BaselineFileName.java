package dev.tare.reports.baseline;

import dev.tare.reports.PercentCode;
import dev.tare.reports.SafeFileName;

/** The name of a benchmark's file. */
final class BaselineFileName {
  static final String SUFFIX = ".baseline";

  private static final PercentCode FILE_NAME = new PercentCode("._$-");

  private BaselineFileName() {}

  static String of(String benchmark) {
    return SafeFileName.of(benchmark, FILE_NAME) + SUFFIX;
  }
}
