package dev.tare.profiling.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.known.HarnessBenchmark;
import dev.tare.profiling.known.ObjectBenchmark;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.wire.Order;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuiteTest {
  private static final String HARNESS = HarnessBenchmark.class.getName();

  private final Suite suite = Suite.onClassPath();

  @Test
  void benchmark_isListedOnceInHoweverManyModes() {
    assertThat(rows(List.of("HarnessBenchmark.timed"), List.of()))
        .containsExactly(HARNESS + ".timed");
    assertThat(suite.size()).isEqualTo(rows(List.of(), List.of("length")).size() - 1);
  }

  @Test
  void group_isOneRow() {
    assertThat(rows(List.of("Harness.*(uneven|writer|reader)"), List.of()))
        .containsExactly(HARNESS + ".uneven");
  }

  @Test
  void selection_includesAnyAndExcludesAny() {
    assertThat(rows(List.of("copyOf", "lambda$"), List.of("Immutable", "^no")))
        .containsExactly(
            ObjectBenchmark.class.getName() + ".copyOfMutable",
            ObjectBenchmark.class.getName() + ".lambda");
    assertThat(rows(List.of("nowhere"), List.of())).isEmpty();
  }

  @Test
  void parameter_givesARowAValueUnlessItIsReplaced() {
    assertThat(rows(List.of("sized"), List.of()))
        .containsExactly(HARNESS + ".sized[length=10]", HARNESS + ".sized[length=2]");
    Map<String, List<String>> others = Map.of("length", List.of("7", "7"), "width", List.of("1"));
    assertThat(suite.rows(new Order(List.of("sized"), List.of(), others, Map.of(), 0)))
        .extracting(BenchmarkId::toString)
        .containsExactly(HARNESS + ".sized[length=7]");
  }

  @Test
  void rows_areAllThereWhateverIsSkipped() {
    Order order = new Order(List.of("sized"), List.of(), Map.of(), Map.of(), 1);
    assertThat(suite.rows(order)).hasSize(2);
  }

  @Test
  void threads_areCountedForJmhOnlyWhereItWouldCountProcessors() {
    assertThat(suite.threads(BenchmarkId.of(HARNESS + ".asManyThreadsAsProcessors", Map.of())))
        .hasValue(Runtime.getRuntime().availableProcessors());
    assertThat(suite.threads(BenchmarkId.of(HARNESS + ".fourThreads", Map.of())))
        .isEmpty();
    assertThat(suite.threads(BenchmarkId.of(HARNESS + ".timed", Map.of()))).isEmpty();
  }

  private List<String> rows(List<String> include, List<String> exclude) {
    return suite.rows(new Order(include, exclude, Map.of(), Map.of(), 0)).stream()
        .map(BenchmarkId::toString)
        .toList();
  }
}
