package dev.tare.scheduler.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PrefetchTest {
  private static final int MOST = 1010;

  private final Prefetch prefetch = new Prefetch(MOST, 0);

  @Test
  void poolThatHasTakenNothing_getsARunForEachIdleThread() {
    assertThat(prefetch.target(10)).isEqualTo(10);
    assertThat(prefetch.target(0)).isZero();
  }

  @Test
  void longRuns_areNotHeldBackFromOthers() {
    prefetch.measure(10, TimeUnit.MINUTES.toNanos(1)); // ten threads, six seconds a run

    assertThat(prefetch.target(0)).isEqualTo(1);
  }

  @Test
  void shortRuns_fillWholeBatches() {
    prefetch.measure(100, TimeUnit.MILLISECONDS.toNanos(1));

    assertThat(prefetch.target(0)).isEqualTo(MOST);
  }

  @Test
  void rate_growsAtOnceAndFallsByHalves() {
    prefetch.measure(100, TimeUnit.MILLISECONDS.toNanos(10));
    assertThat(prefetch.target(0)).isBetween(500, 501);

    prefetch.measure(100, TimeUnit.MILLISECONDS.toNanos(20));
    assertThat(prefetch.target(0)).isBetween(250, 251);
  }

  @Test
  void momentThatIsTooShort_teachesNothing() {
    prefetch.measure(100, 1000);

    assertThat(prefetch.target(0)).isZero();
  }
}
