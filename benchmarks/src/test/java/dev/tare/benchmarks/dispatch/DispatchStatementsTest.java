package dev.tare.benchmarks.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.benchmarks.Variant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a scan of the pair asks the database, with twenty tasks due. */
class DispatchStatementsTest {

  @ParameterizedTest
  @CsvSource({
    "NOTHING, 1, 1",
    "READY, 5, 61",
    "SHARDED, 5, 61",
    "OVERLAPPING, 4, 41",
    "DEPENDENT, 6, 81",
    "WAITING, 4, 41"
  })
  void scan_asks_lessOftenThanItsTwin(Due due, long lean, long copying) {
    assertThat(statements(Variant.LEAN, due)).isEqualTo(lean);
    assertThat(statements(Variant.COPYING, due)).isEqualTo(copying);
  }

  private static long statements(Variant variant, Due due) {
    DispatchBenchmark dispatch = new DispatchBenchmark();
    dispatch.variant = variant;
    dispatch.due = due;
    dispatch.open();
    long before = dispatch.statements();
    dispatch.scan();
    return dispatch.statements() - before;
  }
}
