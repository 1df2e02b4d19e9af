package dev.tare.benchmarks.load.figures;

import dev.tare.profiling.record.Environment;
import java.util.List;

/**
 * What one operation under load gave.
 *
 * @param operation its name, and that of its files
 * @param command takes the same figures again
 * @param environment the JVM
 * @param date the day, UTC, ISO 8601
 * @param cores processors of the machine
 * @param database what it ran over; empty if over none
 * @param series distributions
 * @param measures single figures
 */
public record Findings(
    String operation,
    String command,
    Environment environment,
    String date,
    int cores,
    String database,
    List<Series> series,
    List<Measure> measures) {

  /** Keeps its own lists. */
  public Findings {
    series = List.copyOf(series);
    measures = List.copyOf(measures);
  }
}
