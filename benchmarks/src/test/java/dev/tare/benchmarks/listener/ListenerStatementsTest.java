package dev.tare.benchmarks.listener;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.benchmarks.Variant;
import org.junit.jupiter.api.Test;

/** How often the listeners of the pair ask the database. */
class ListenerStatementsTest {
  private static final int BATCH = 100;

  @Test
  void lean_writesABatch_byOneStatement() {
    ListenerBenchmark listener = opened(Variant.LEAN);
    listener.completions();
    assertThat(listener.statements()).isEqualTo(1);
    listener.updates();
    assertThat(listener.statements()).isEqualTo(2);
    listener.heartbeats();
    assertThat(listener.statements()).isEqualTo(3);
  }

  @Test
  void copying_writesABatch_byOneStatementEach() {
    ListenerBenchmark listener = opened(Variant.COPYING);
    listener.completions();
    assertThat(listener.statements()).isEqualTo(BATCH);
    listener.updates();
    assertThat(listener.statements()).isEqualTo(2 * BATCH);
    listener.heartbeats();
    assertThat(listener.statements()).isEqualTo(3 * BATCH);
  }

  private static ListenerBenchmark opened(Variant variant) {
    ListenerBenchmark listener = new ListenerBenchmark();
    listener.variant = variant;
    listener.batch = BATCH;
    listener.open();
    return listener;
  }
}
