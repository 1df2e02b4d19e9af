package dev.tare.reports.launch;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What several JVMs gave for the same rows, as one figure each. */
final class SteadyForks {
  /** How many JVMs measure a row: what a compiler makes of it differs from launch to launch. */
  static final int COUNT = 3;

  private SteadyForks() {}

  /** The least figure of a row, with the range of all; none of a row that failed in one. */
  static List<Measurement> combine(List<Measurement> figures, List<Failure> failures) {
    Set<BenchmarkId> failed = failures.stream().map(Failure::id).collect(Collectors.toSet());
    Map<BenchmarkId, Measurement> byRow = new TreeMap<>();
    for (Measurement figure : figures) {
      if (!failed.contains(figure.id())) {
        byRow.merge(figure.id(), figure, Measurement::or);
      }
    }
    return List.copyOf(byRow.values());
  }
}
