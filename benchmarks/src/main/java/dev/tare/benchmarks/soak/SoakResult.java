package dev.tare.benchmarks.soak;

import dev.tare.benchmarks.soak.growth.ClassGrowth;
import dev.tare.benchmarks.soak.growth.Growth;
import dev.tare.benchmarks.soak.growth.Sample;
import java.util.List;

/**
 * What a soak found.
 *
 * @param samples all of them, in order
 * @param growths one a quantity
 * @param classes whose objects have become more, the most bytes first
 * @param nanos how long it took
 */
record SoakResult(
    List<Sample> samples, List<Growth> growths, List<ClassGrowth> classes, long nanos) {

  /** Whether some quantity has this verdict. */
  boolean has(Growth.Verdict verdict) {
    return growths.stream().anyMatch(growth -> growth.verdict() == verdict);
  }
}
