package dev.tare.profiling.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final SteadyMeter.WarmUp warmUp = new SteadyMeter.WarmUp();

  @Test
  void cheapRow_isDoneByItsCallsAlone() {
    warmUp.ran(199_999, SECOND, SECOND / 2);
    assertThat(warmUp.isOver()).isFalse();
    warmUp.ran(1, 1, 1);
    assertThat(warmUp.isOver()).isTrue();
    assertThat(warmUp.trouble()).isEmpty();
  }

  /** 4,000 calls a second: four seconds are enough by time, and by calls only just. */
  @Test
  void slowerRow_goesOnUntilTheCompilersRest() {
    for (int second = 0; second < 5; second++) {
      warmUp.ran(4_000, SECOND, SECOND / 10);
    }
    assertThat(warmUp.isOver()).isFalse();
    warmUp.ran(4_000, SECOND, 0);
    assertThat(warmUp.isOver()).isFalse();
    warmUp.ran(4_000, SECOND, SECOND / 100);
    assertThat(warmUp.isOver()).isTrue();
    assertThat(warmUp.trouble()).isEmpty();
  }

  @Test
  void compilationAmongCalls_beginsTheWaitAnew() {
    warmUp.ran(8_000, 4 * SECOND, 0);
    warmUp.ran(7_999, SECOND, SECOND);
    warmUp.ran(7_999, SECOND, 0);
    assertThat(warmUp.isOver()).isFalse();
    warmUp.ran(1, 1, 0);
    assertThat(warmUp.isOver()).isTrue();
  }

  @Test
  void rowThatIsTooSlowToBeCompiled_isTold() {
    warmUp.ran(300, 24 * SECOND, 0);
    assertThat(warmUp.isOver()).isFalse();
    warmUp.ran(12, SECOND, 0);
    assertThat(warmUp.isOver()).isTrue();
    assertThat(warmUp.trouble())
        .isEqualTo("only 312 calls in 25 s, too few for it to be compiled: that takes 8000");
  }

  @Test
  void compilersThatNeverRest_areNotWaitedForForEver() {
    warmUp.ran(100_000, 25 * SECOND, 10 * SECOND);
    assertThat(warmUp.isOver()).isTrue();
    assertThat(warmUp.trouble()).isEmpty();
  }
}
