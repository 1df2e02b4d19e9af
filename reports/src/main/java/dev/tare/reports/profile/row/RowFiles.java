package dev.tare.reports.profile.row;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.reports.ExitCode;
import dev.tare.reports.IoReason;
import dev.tare.reports.PercentCode;
import dev.tare.reports.SafeFileName;
import dev.tare.reports.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How rows and pairs of them are named on disk. */
public final class RowFiles {
  private static final PercentCode NAME = new PercentCode("._$-=,");

  private RowFiles() {}

  /** The name of a row's directory. */
  public static String name(BenchmarkId row) {
    String params = row.params().isEmpty() ? "" : '-' + row.paramText();
    return SafeFileName.of(row.benchmark() + params, NAME);
  }

  /** {@code COPYING} or {@code LEAN} if the row is one of a pair, in capitals. */
  public static Optional<String> variant(BenchmarkId row) {
    return Optional.ofNullable(row.params().get(BenchmarkId.VARIANT))
        .map(variant -> variant.toUpperCase(Locale.ROOT));
  }

  /** What the two rows of a pair have in common. */
  public static BenchmarkId pair(BenchmarkId row) {
    Map<String, String> rest = new TreeMap<>(row.params());
    rest.remove(BenchmarkId.VARIANT);
    return BenchmarkId.of(row.benchmark(), rest);
  }

  /** The error that files could not be written. */
  public static UserError notWritten(Path place, IOException failure) {
    return new UserError(
        ExitCode.ERROR,
        "cannot write the profile to " + place + ": " + IoReason.of(failure)
            + "; clear the cause, or name another directory with --out",
        failure);
  }
}
