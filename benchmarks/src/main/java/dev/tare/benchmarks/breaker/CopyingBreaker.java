package dev.tare.benchmarks.breaker;

import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.breaker.BreakerState;
import dev.tare.scheduler.error.CircuitOpenException;
import dev.tare.scheduler.error.InfrastructureException;
import dev.tare.scheduler.error.SchedulerException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: a circuit breaker as a careful team without a profiler writes it, around a call
 * that it is handed.
 *
 * <p>Its copies, and the idiom each stands for, here and in the repositories that it guards:
 *
 * <ul>
 *   <li>an object that captures the call and its arguments: the closure, into which a handle of the
 *       repository and each argument went ({@code Arc::clone}, {@code task.clone()});
 *   <li>lists and arrays of arguments copied for it: the closure may outlive its caller;
 *   <li>the operation's name composed for every call: the context of an error that mostly does not
 *       come;
 *   <li>a permit, an outcome with an {@code Optional}, an {@code Instant} and a {@code Duration} a
 *       call: values between the steps;
 *   <li>the whole state copied for each success: the immutable snapshot;
 *   <li>results boxed on their way through: the generic return type.
 * </ul>
 */
public final class CopyingBreaker {
  private final String name;
  private final BreakerPolicy policy;
  private final Clock clock;
  private BreakerSnapshot snapshot; // under the lock of this object

  /** Closed. */
  public CopyingBreaker(String name, BreakerPolicy policy, Clock clock) {
    this.name = name;
    this.policy = policy;
    this.clock = clock;
    this.snapshot = BreakerSnapshot.closed(clock.instant());
  }

  synchronized BreakerState state() {
    return snapshot.state();
  }

  /**
   * Makes a call, or refuses it.
   *
   * @throws CircuitOpenException if it is refused
   */
  public <T extends @Nullable Object> T execute(String port, String operation, Supplier<T> call) {
    Permit permit = acquire(port + "." + operation);
    Outcome<T> outcome = attempt(permit, call);
    settle(permit, outcome);
    return outcome.get();
  }

  private synchronized Permit acquire(String operation) {
    Instant now = clock.instant();
    BreakerSnapshot seen = snapshot;
    snapshot = seen.asked(policy, now);
    if (!snapshot.allows(seen)) {
      throw new CircuitOpenException(name, snapshot.remaining(policy, now).toMillis());
    }
    return new Permit(operation, now, snapshot.epoch());
  }

  private <T extends @Nullable Object> Outcome<T> attempt(Permit permit, Supplier<T> call) {
    try {
      T value = call.get();
      return new Outcome<>(Optional.ofNullable(value), Optional.empty(), took(permit));
    } catch (RuntimeException e) {
      return new Outcome<>(Optional.empty(), Optional.of(e), took(permit));
    }
  }

  private Duration took(Permit permit) {
    return Duration.between(permit.startedAt(), clock.instant());
  }

  private void settle(Permit permit, Outcome<?> outcome) {
    Instant now = permit.startedAt().plus(outcome.took());
    change(seen -> {
      if (seen.epoch() != permit.epoch()) {
        return seen;
      }
      if (outcome.isBusinessError()) {
        return seen.ignored();
      }
      boolean slow = outcome.took().toMillis() > policy.callTimeoutMillis();
      return outcome.error().isPresent() || slow
          ? seen.failed(policy, now)
          : seen.succeeded(policy, now);
    });
  }

  private synchronized void change(UnaryOperator<BreakerSnapshot> change) {
    snapshot = change.apply(snapshot);
  }

  /** Leave to make one call. */
  private record Permit(String operation, Instant startedAt, long epoch) {}

  /** How a call ended. */
  private record Outcome<T extends @Nullable Object>(
      Optional<T> value, Optional<RuntimeException> error, Duration took) {

    boolean isBusinessError() {
      return error.isPresent()
          && error.get() instanceof SchedulerException
          && !(error.get() instanceof InfrastructureException);
    }

    @SuppressWarnings("NullAway") // null is what the call returned
    T get() {
      if (error.isPresent()) {
        throw error.get();
      }
      return value.orElse(null);
    }
  }
}
