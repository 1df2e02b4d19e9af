package dev.tare.reports;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.ObjectLayout;
import java.util.Map;
import java.util.TreeMap;

/** Short forms of the records, for tests. */
public final class Sample {
  public static final Environment JDK_17 =
      new Environment(17, "17.0.15+6", "Eclipse Adoptium", ObjectLayout.COOPS, "Linux", "amd64");
  public static final Environment JDK_25_COH =
      new Environment(25, "25.0.3+9-LTS", "Eclipse Adoptium", ObjectLayout.COH, "Linux", "amd64");

  private Sample() {}

  /** A row; parameters as {@code name, value, name, value}. */
  public static BenchmarkId row(String benchmark, String... params) {
    Map<String, String> byName = new TreeMap<>();
    for (int i = 0; i < params.length; i += 2) {
      byName.put(params[i], params[i + 1]);
    }
    return BenchmarkId.of(benchmark, byName);
  }

  public static Measurement bytes(BenchmarkId id, double value) {
    return Measurement.exact(id, Mode.WRITTEN, Metric.BYTES, value);
  }

  public static Measurement varying(BenchmarkId id, double value, double low, double high) {
    return new Measurement(id, Mode.WRITTEN, Metric.BYTES, value, low, high);
  }

  public static Failure failure(BenchmarkId id, String message) {
    return new Failure(id, Mode.WRITTEN, message);
  }
}
