package dev.tare.benchmarks.load.latency;

import java.util.Locale;

/** Where a body runs, seen from where its run is submitted. */
enum Place {
  /** In the same process. */
  SAME_PROCESS(0.5, 5),
  /** In another one on the same machine and database. */
  OTHER_PROCESS(5, 50),
  /** In the same process, by db-scheduler with immediate execution. */
  DB_SCHEDULER(Double.NaN, Double.NaN);

  private final double p50Millis;
  private final double p99Millis;

  Place(double p50Millis, double p99Millis) {
    this.p50Millis = p50Millis;
    this.p99Millis = p99Millis;
  }

  /** Its name on the command line and in figures. */
  String label() {
    return this == DB_SCHEDULER
        ? "db-scheduler"
        : name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** What the p50 over PostgreSQL is to be at most, milliseconds; of a peer nothing. */
  double p50Millis() {
    return p50Millis;
  }

  /** What the p99 is to be at most. */
  double p99Millis() {
    return p99Millis;
  }
}
