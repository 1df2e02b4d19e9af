package dev.tare.reports.launch;

import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import java.util.List;

/**
 * What one jar gave on one JVM.
 *
 * @param environment the JVM, as it described itself
 * @param rows every row that was selected, whether it gave a figure or not, sorted
 * @param measurements the figures, sorted by row and metric
 * @param failures the rows that gave none, sorted; empty if all went well
 * @param sites what each call adds to the figures that the copies agent counts, sorted
 */
public record MeasureResult(
    Environment environment,
    List<BenchmarkId> rows,
    List<Measurement> measurements,
    List<Failure> failures,
    List<SiteFigure> sites) {

  /** A result in which no calls were counted. */
  public MeasureResult(
      Environment environment,
      List<BenchmarkId> rows,
      List<Measurement> measurements,
      List<Failure> failures) {
    this(environment, rows, measurements, failures, List.of());
  }
}
