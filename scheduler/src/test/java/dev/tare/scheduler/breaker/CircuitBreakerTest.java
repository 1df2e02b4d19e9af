package dev.tare.scheduler.breaker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.CircuitOpenException;
import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.error.ValidationException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the breaker, one by one, with the default policy. */
class CircuitBreakerTest {
  private final StorageException fault =
      new StorageException("down", true, new IllegalStateException());

  private final ManualTime time = new ManualTime();
  private final CircuitBreaker breaker = new CircuitBreaker("tasks", BreakerPolicy.DEFAULT, time);

  @Test
  void fifthConsecutiveFailure_opens() {
    fail(4);
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    assertThat(breaker.stats().consecutiveFailures()).isEqualTo(4);
    fail(1);
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    assertRefused(60_000);
  }

  @Test
  void success_startsTheCountOfFailuresAnew() {
    fail(4);
    breaker.succeeded(breaker.acquire());
    fail(4);
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    fail(1);
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
  }

  @Test
  void businessErrors_areNeitherFailuresNorSuccesses() {
    fail(4);
    for (RuntimeException answer : List.of(
        new NotFoundException("run", 1),
        new ConflictException("there already"),
        new ValidationException("bad"))) {
      breaker.failed(breaker.acquire(), answer);
    }
    assertThat(breaker.stats().consecutiveFailures()).isEqualTo(4);
    assertThat(breaker.stats().ignored()).isEqualTo(3);
  }

  @Test
  void openBreaker_refusesUntilTheWaitIsOver_thenProbes() {
    fail(5);
    time.advanceMillis(59_999);
    assertRefused(1);
    time.advanceMillis(1);
    assertThat(breaker.state()).as("nobody asked yet").isEqualTo(BreakerState.OPEN);
    breaker.acquire();
    assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
  }

  @Test
  void halfOpenBreaker_hasThreeProbesInFlightAtMost() {
    halfOpen();
    long first = breaker.acquire();
    breaker.acquire();
    breaker.acquire();
    assertRefused(0);
    breaker.succeeded(first);
    breaker.acquire();
    assertRefused(0);
    assertThat(breaker.stats().probesInFlight()).isEqualTo(3);
  }

  @Test
  void threeSuccessfulProbes_close() {
    halfOpen();
    breaker.succeeded(breaker.acquire());
    breaker.succeeded(breaker.acquire());
    assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
    assertThat(breaker.stats().probeSuccesses()).isEqualTo(2);
    breaker.succeeded(breaker.acquire());
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
    fail(4);
    assertThat(breaker.state()).as("counts from zero").isEqualTo(BreakerState.CLOSED);
  }

  @Test
  void failedProbe_reopensForTwiceAsLong_upToFiveMinutes() {
    fail(5);
    for (long wait : new long[] {60_000, 120_000, 240_000, 300_000, 300_000}) {
      assertRefused(wait);
      time.advanceMillis(wait - 1);
      assertRefused(1);
      time.advanceMillis(1);
      breaker.failed(breaker.acquire(), fault);
    }
    time.advanceMillis(300_000);
    closeByProbes();
    fail(5);
    assertRefused(60_000);
  }

  @Test
  void probeThatEndsWithABusinessError_givesItsPlaceBack_andDecidesNothing() {
    halfOpen();
    for (int i = 0; i < 10; i++) {
      breaker.failed(breaker.acquire(), new NotFoundException("run", i));
    }
    assertThat(breaker.stats().probesInFlight()).isZero();
    assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
    closeByProbes();
  }

  @Test
  void overlongCall_isAFailureThoughItEndedWell() {
    for (int i = 0; i < 5; i++) {
      long permit = breaker.acquire();
      time.advanceMillis(30_001);
      assertThat(breaker.succeeded(permit, "result")).isEqualTo("result");
    }
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
    assertThat(breaker.stats().slow()).isEqualTo(5);
    assertThat(breaker.stats().succeeded()).isZero();
  }

  @Test
  void callOfExactlyTheTimeout_isInTime() {
    fail(4);
    long permit = breaker.acquire();
    time.advanceMillis(30_000);
    breaker.succeeded(permit);
    assertThat(breaker.stats().consecutiveFailures()).isZero();
  }

  @Test
  void overlongProbe_reopens() {
    halfOpen();
    long permit = breaker.acquire();
    time.advanceMillis(30_001);
    breaker.succeeded(permit);
    assertRefused(120_000);
  }

  @Test
  void probesThatNeverComeBack_failOnceTheLatestIsOverdue() {
    halfOpen();
    breaker.acquire();
    time.advanceMillis(20_000);
    breaker.acquire();
    breaker.acquire();
    time.advanceMillis(30_000);
    assertRefused(0);
    time.advanceMillis(1);
    assertRefused(120_000);
    assertThat(breaker.stats().opened()).isEqualTo(2);
  }

  @Test
  void outcomeOfAnEarlierPeriod_countsForNothing() {
    long[] early = new long[5];
    for (int i = 0; i < early.length; i++) {
      early[i] = breaker.acquire();
    }
    halfOpen();
    breaker.acquire();
    for (long permit : early) {
      breaker.failed(permit, fault);
    }
    breaker.succeeded(early[0]);
    breaker.failed(early[1], new NotFoundException("run", 1));
    assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
    assertThat(breaker.stats().probesInFlight()).isEqualTo(1);
    assertThat(breaker.stats().probeSuccesses()).isZero();
  }

  @Test
  void lateProbe_countsForNothingAfterItsBreakerReopened() {
    halfOpen();
    long late = breaker.acquire();
    breaker.failed(breaker.acquire(), fault);
    breaker.failed(late, fault);
    assertRefused(120_000);
    time.advanceMillis(120_000);
    closeByProbes();
    breaker.failed(late, fault);
    assertThat(breaker.stats().consecutiveFailures()).isZero();
  }

  @Test
  void outcomeReportedTwice_neverMakesProbesNegative() {
    halfOpen();
    long permit = breaker.acquire();
    breaker.failed(permit, new NotFoundException("run", 1));
    breaker.failed(permit, new NotFoundException("run", 1));
    breaker.succeeded(permit);
    breaker.failed(permit, fault);
    assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
    assertThat(breaker.stats().probesInFlight()).isZero();
    assertThat(breaker.stats().probeSuccesses()).isZero();
  }

  @Test
  void forcedOpen_staysOpenUntilForcedClosed() {
    breaker.forceOpen();
    time.advanceMillis(86_400_000);
    assertRefused(0);
    assertThat(breaker.state()).isEqualTo(BreakerState.FORCED_OPEN);
    breaker.forceClose();
    breaker.succeeded(breaker.acquire());
    fail(5);
    assertRefused(60_000);
  }

  @Test
  void reset_closesAndForgetsTheTotals() {
    fail(5);
    assertRefused(60_000);
    breaker.reset();
    assertThat(breaker.stats())
        .isEqualTo(new BreakerStats("tasks", BreakerState.CLOSED, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void stats_tellEveryKindOfCall() {
    breaker.succeeded(breaker.acquire());
    breaker.succeeded(breaker.acquire());
    breaker.failed(breaker.acquire(), new ConflictException("there already"));
    fail(5);
    assertRefused(60_000);
    time.advanceMillis(1_000);
    assertThat(breaker.stats())
        .isEqualTo(new BreakerStats("tasks", BreakerState.OPEN, 0, 0, 0, 59_000, 2, 5, 0, 1, 1, 1));
  }

  @Test
  void breakerLeftAlone_stillProbesAndStillCloses_whereverTimeHasWrapped() {
    for (long idle = 60_000; idle < 1L << 40; idle *= 2) {
      breaker.reset();
      fail(5);
      time.advanceMillis(idle);
      long waited = 0;
      while (breaker.stats().remainingMillis() > 0) {
        waited += breaker.stats().remainingMillis();
        time.advanceMillis(breaker.stats().remainingMillis());
      }
      assertThat(waited).as("after %s ms", idle).isLessThanOrEqualTo(60_000);
      closeByProbes();
    }
  }

  @Test
  void generations_wrapWithoutATrace() {
    for (int i = 0; i < 1 << 19; i++) {
      breaker.forceClose();
    }
    breaker.forceOpen();
    assertRefused(0);
    breaker.forceClose();
    fail(5);
    assertRefused(60_000);
  }

  @Test
  void refusal_saysWhichBreakerAndWhen_andIsRetryable() {
    fail(5);
    assertThatThrownBy(breaker::acquire)
        .isInstanceOfSatisfying(CircuitOpenException.class, refused -> {
          assertThat(refused.isRetryable()).isTrue();
          assertThat(refused.breaker()).isEqualTo("tasks");
        })
        .hasMessage("circuit breaker tasks is open: try again in 60000 ms");
    breaker.forceOpen();
    assertThatThrownBy(breaker::acquire)
        .hasMessage(
            "circuit breaker tasks is open until its probes succeed, or somebody closes it");
  }

  @Test
  void policy_refusesWhatItCanNotHold() {
    assertThatThrownBy(() -> new BreakerPolicy(64, 1, 1, 1, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a breaker's failuresToOpen is from 1 to 63, not 64");
    assertThatThrownBy(() -> new BreakerPolicy(1, 10, 9, 1, 1, 1))
        .hasMessageContaining("longestOpenMillis is from 10 to 86400000, not 9");
    assertThatThrownBy(() -> new BreakerPolicy(1, 1, 1, 0, 1, 1)).hasMessageContaining("maxProbes");
    assertThatThrownBy(() -> new BreakerPolicy(1, 0, 1, 1, 1, 1))
        .hasMessageContaining("openMillis");
    assertThatThrownBy(() -> new BreakerPolicy(1, 1, 1, 1, 64, 1))
        .hasMessageContaining("successesToClose");
    assertThatThrownBy(() -> new BreakerPolicy(1, 1, 1, 1, 1, 86_400_001))
        .hasMessageContaining("callTimeoutMillis");
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      breaker.failed(breaker.acquire(), fault);
    }
  }

  /** Open, and the wait over: the next call is a probe. */
  private void halfOpen() {
    fail(5);
    time.advanceMillis(60_000);
  }

  private void closeByProbes() {
    for (int i = 0; i < 3; i++) {
      breaker.succeeded(breaker.acquire());
    }
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
  }

  private void assertRefused(long retryAfterMillis) {
    assertThatThrownBy(breaker::acquire)
        .isInstanceOfSatisfying(
            CircuitOpenException.class,
            refused -> assertThat(refused.retryAfterMillis()).isEqualTo(retryAfterMillis));
  }
}
