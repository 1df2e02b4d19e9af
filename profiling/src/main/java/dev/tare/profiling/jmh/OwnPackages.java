package dev.tare.profiling.jmh;

import dev.tare.profiling.record.BenchmarkId;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where copies are counted if nobody says: the code of whoever wrote the benchmarks. */
final class OwnPackages {
  private OwnPackages() {}

  /**
   * The chosen packages; without any the first two names of each benchmark's package, such as
   * {@code com.acme}: libraries in the same jar are others' code.
   */
  static List<String> orElse(List<String> chosen, List<BenchmarkId> rows) {
    if (!chosen.isEmpty()) {
      return chosen;
    }
    SortedSet<String> packages = new TreeSet<>();
    for (BenchmarkId row : rows) {
      packages.add(firstTwo(row.benchmark()));
    }
    return List.copyOf(packages);
  }

  private static String firstTwo(String benchmark) {
    int method = benchmark.lastIndexOf('.');
    int type = benchmark.lastIndexOf('.', method - 1);
    String name = benchmark.substring(0, Math.max(0, type));
    int second = name.indexOf('.', name.indexOf('.') + 1);
    return name.indexOf('.') < 0 || second < 0 ? name : name.substring(0, second);
  }
}
