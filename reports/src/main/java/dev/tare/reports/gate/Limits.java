package dev.tare.reports.gate;

import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;

/** Which figures are gated, and how much room each has over its baseline. */
public final class Limits {
  /** What a varying figure may exceed its baseline's range by: 5 %, at least one unit. */
  public static final Tolerance VARYING = new Tolerance(0.05, 1);

  private static final Limits STANDARD = new Limits();

  private Limits() {}

  /** Exact figures as written: none. Varying and compiled ones: {@link #VARYING}. Time: no gate. */
  public static Limits standard() {
    return STANDARD;
  }

  /** Whether the metric is judged, and so kept in baselines, at all. */
  public boolean gates(Metric metric) {
    return metric != Metric.TIME;
  }

  Tolerance of(Measurement baseline) {
    return baseline.mode() == Mode.WRITTEN && baseline.isExact() ? Tolerance.ZERO : VARYING;
  }
}
