package dev.tare.scheduler.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.error.CircuitOpenException;
import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.StorageException;
import org.junit.jupiter.api.Test;

class BreakerAllocationTest {
  private final CircuitBreaker breaker = new CircuitBreaker("b", BreakerPolicy.DEFAULT);

  @Test
  void success_allocatesNothing() {
    assertThat(Allocated.bytesPerRound(1000, () -> breaker.succeeded(breaker.acquire())))
        .isZero();
    assertThat(breaker.stats().succeeded()).isEqualTo(20_000);
  }

  @Test
  void outcomesHandedThrough_allocateNothing() {
    String text = "result";
    assertThat(Allocated.bytesPerRound(1000, () -> {
          if (!breaker.succeeded(breaker.acquire(), text).equals(text)
              || breaker.succeeded(breaker.acquire(), 1L << 40) != 1L << 40
              || breaker.succeeded(breaker.acquire(), 1 << 20) != 1 << 20
              || !breaker.succeeded(breaker.acquire(), true)) {
            throw new AssertionError("another result");
          }
        }))
        .isZero();
  }

  @Test
  void failuresAndBusinessErrorsThatChangeNoState_allocateNothing() {
    StorageException fault = new StorageException("down", true, new IllegalStateException());
    ConflictException answer = new ConflictException("there already");
    assertThat(Allocated.bytesPerRound(1000, () -> {
          breaker.failed(breaker.acquire(), fault);
          breaker.failed(breaker.acquire(), answer);
          breaker.succeeded(breaker.acquire());
        }))
        .isZero();
  }

  @Test
  void probes_allocateNothing() {
    ManualTime time = new ManualTime();
    CircuitBreaker halfOpen =
        new CircuitBreaker("b", new BreakerPolicy(1, 1, 1, 3, 1, 30_000), time);
    ConflictException answer = new ConflictException("there already");
    halfOpen.failed(halfOpen.acquire(), new IllegalStateException());
    time.advanceMillis(1);
    assertThat(Allocated.bytesPerRound(1000, () -> halfOpen.failed(halfOpen.acquire(), answer)))
        .isZero();
    assertThat(halfOpen.state()).isEqualTo(BreakerState.HALF_OPEN);
  }

  @Test
  void refusal_allocatesItsErrorAlone() {
    breaker.forceOpen();
    assertThat(Allocated.bytesPerCall(1000, () -> {
          try {
            breaker.acquire();
            throw new AssertionError("let through");
          } catch (CircuitOpenException expected) {
            // the error is all there is to see
          }
        }))
        .isLessThanOrEqualTo(64);
  }
}
