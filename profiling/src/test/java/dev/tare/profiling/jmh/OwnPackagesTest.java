package dev.tare.profiling.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.BenchmarkId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OwnPackagesTest {
  private static final List<BenchmarkId> ROWS = Stream.of(
          "com.acme.queue.Q.put", "com.acme.store.S.get", "org.x.B.run", "single.B.run")
      .map(name -> BenchmarkId.of(name, Map.of()))
      .toList();

  @Test
  void firstTwoNames_areTakenOfEachBenchmark() {
    assertThat(OwnPackages.orElse(List.of(), ROWS)).containsExactly("com.acme", "org.x", "single");
  }

  @Test
  void chosenPackages_areTakenAsTheyAre() {
    assertThat(OwnPackages.orElse(List.of("a.b.c"), ROWS)).containsExactly("a.b.c");
  }
}
