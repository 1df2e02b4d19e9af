package dev.tare.benchmarks.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoolBenchmarkTest {

  @ParameterizedTest
  @EnumSource
  void everyWay_usesTheObjectAlike(Kind kind) {
    long plain = twice(kind, Way.PLAIN);
    for (Way way : Way.values()) {
      assertThat(twice(kind, way)).as(way.name()).isEqualTo(plain).isNotZero();
    }
  }

  private static long twice(Kind kind, Way way) {
    PoolBenchmark benchmark = new PoolBenchmark();
    benchmark.kind = kind;
    benchmark.way = way;
    benchmark.open();
    return 31 * benchmark.cycle() + benchmark.cycle();
  }
}
