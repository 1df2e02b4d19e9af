package dev.tare.profiling.wire;

import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import java.util.List;

/** What a measuring JVM tells, in the order in which it happens. */
public sealed interface Event {

  /** The first event: the JVM describes itself. */
  record Described(Environment environment) implements Event {}

  /** In place of all that follows: why this JVM can not measure this jar, in one line. */
  record Refused(String reason) implements Event {}

  /**
   * The second: every row of the order, also the skipped ones, sorted.
   *
   * @param rows the rows that were selected
   * @param benchmarks how many benchmarks the jar holds, selected or not
   */
  record Listed(List<BenchmarkId> rows, int benchmarks) implements Event {}

  /** A row begins. */
  record Started(BenchmarkId id) implements Event {}

  /**
   * A row gave its figures.
   *
   * @param measurements one a metric
   * @param sites what each call adds to those that the copies agent counts, sorted
   */
  record Measured(List<Measurement> measurements, List<SiteFigure> sites) implements Event {
    /** Of a row in which no calls were counted. */
    public Measured(List<Measurement> measurements) {
      this(measurements, List.of());
    }
  }

  /**
   * A row or a program was recorded, into the file of its order.
   *
   * @param id the row, or the program as one
   * @param recorder what recorded it
   */
  record Recorded(BenchmarkId id, String recorder) implements Event {}

  /** A row gave none. */
  record Failed(Failure failure) implements Event {}

  /** The last event: every row has been tried. */
  record Done() implements Event {}

  /**
   * The last event of a JVM that can measure no further row rightly, since it holds a class whose
   * copies it does not count: the rest wants another JVM.
   */
  record Retired() implements Event {}
}
