package dev.tare.benchmarks.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.breaker.CircuitBreaker;
import dev.tare.scheduler.error.CircuitOpenException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.StorageException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The baseline opens, probes and closes exactly when the breaker that ships does. */
class CopyingBreakerTest {
  private static final int STEPS = 20_000;
  private static final BreakerPolicy POLICY = new BreakerPolicy(3, 1_000, 6_000, 2, 3, 500);

  private final FakeClock clock = new FakeClock();
  private final CircuitBreaker lean = new CircuitBreaker("x", POLICY, clock::nanos);
  private final CopyingBreaker copying = new CopyingBreaker("x", POLICY, clock);

  @Test
  void randomCalls_endAlikeInBothVariants() {
    long seed = Long.getLong("tare.seed", new Random().nextLong());
    System.out.println("CopyingBreakerTest: -Dtare.seed=" + seed);
    Random dice = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      clock.millis += dice.nextInt(4) == 0 ? dice.nextInt(2_000) : 0;
      int kind = dice.nextInt(10);
      long takes = dice.nextInt(20) == 0 ? 600 : 0;
      boolean nested = dice.nextInt(5) == 0;
      Supplier<Integer> call = () -> end(kind, 7);

      long began = clock.millis;
      String expected = outcome(() -> throughLean(call, takes, nested));
      clock.millis = began;
      String actual = outcome(() -> throughCopying(call, takes, nested));

      assertThat(actual).as("seed %d, step %d", seed, step).isEqualTo(expected);
      assertThat(copying.state()).as("seed %d, step %d", seed, step).isEqualTo(lean.state());
    }
  }

  private static int end(int kind, int value) {
    return switch (kind) {
      case 0, 1, 2, 3 ->
        throw new StorageException("as the test wants it", true, new SQLException("so"));
      case 4 -> throw new NotFoundException("run", 1);
      default -> value;
    };
  }

  private int throughLean(Supplier<Integer> call, long takes, boolean nested) {
    long permit = lean.acquire();
    try {
      if (nested) {
        outcome(() -> throughLean(call, 0, false));
      }
      clock.millis += takes;
      return lean.succeeded(permit, (int) call.get());
    } catch (Throwable e) {
      lean.failed(permit, e);
      throw e;
    }
  }

  private int throughCopying(Supplier<Integer> call, long takes, boolean nested) {
    return copying.execute("run", "byId", () -> {
      if (nested) {
        outcome(() -> throughCopying(call, 0, false));
      }
      clock.millis += takes;
      return call.get();
    });
  }

  private static String outcome(Supplier<Integer> call) {
    try {
      return "returned " + call.get();
    } catch (CircuitOpenException e) {
      return "refused: " + e.getMessage();
    } catch (RuntimeException e) {
      return "threw " + e;
    }
  }

  /** Moves when the test says so. */
  private static final class FakeClock extends Clock {
    private long millis = 1_000_000;

    long nanos() {
      return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochMilli(millis);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
