package dev.tare.benchmarks.load.memory;

import java.util.List;

/**
 * What a drain took, of its whole JVM, its start included.
 *
 * @param nanos from the start of the JVM to its last run's end
 * @param bytes allocated a run
 * @param promoted bytes that came into the old generation, a run
 * @param live the most bytes that a collection left; 0 if that was not asked for
 * @param pauses of the collector, milliseconds
 */
record Drained(long nanos, double bytes, double promoted, long live, List<Double> pauses) {

  double collections() {
    return pauses.size();
  }

  double pausesMillis() {
    return pauses.stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The pause that this share of all does not exceed; 0 if there was none. */
  double pause(double share) {
    List<Double> sorted = pauses.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
