package dev.tare.scheduler.breaker.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.breaker.BreakerState;
import dev.tare.scheduler.breaker.CircuitBreaker;
import dev.tare.scheduler.breaker.guard.GuardedPorts.Operation;
import dev.tare.scheduler.error.CircuitOpenException;
import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.queue.QueueFullException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every method of every port to what a guard promises, those that will be added as well. */
class GuardTest {
  private final Samples samples = new Samples();
  private final AtomicLong nanos = new AtomicLong();
  private final CircuitBreaker breaker = new CircuitBreaker("b", BreakerPolicy.DEFAULT, nanos::get);
  private final Recorder recorder = new Recorder();

  /** Stands behind the guard: notes a call, and answers as it is told. */
  private static final class Recorder implements InvocationHandler {
    private int calls;
    private @Nullable Method method;
    private Object[] arguments = {};
    private @Nullable Object result;
    private @Nullable Throwable error;

    @Override
    public @Nullable Object invoke(Object proxy, Method called, Object @Nullable [] passed)
        throws Throwable {
      calls++;
      method = called;
      arguments = passed == null ? new Object[0] : passed;
      if (error != null) {
        throw error;
      }
      return result;
    }
  }

  static Stream<Operation> operations() {
    return GuardedPorts.operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void closed_delegatesTheSameArguments_andHandsTheResultThrough(Operation operation)
      throws Throwable {
    Class<?> returned = operation.method().getReturnType();
    recorder.result = returned == void.class ? null : samples.of(returned);
    Object[] arguments = arguments(operation);

    Object result = operation.call(guard(operation), arguments);

    assertThat(recorder.calls).isEqualTo(1);
    assertThat(signature(recorder.method)).isEqualTo(signature(operation.method()));
    assertSame(operation.method().getParameterTypes(), recorder.arguments, arguments);
    if (returned.isPrimitive()) {
      assertThat(result).isEqualTo(recorder.result);
    } else {
      assertThat(result).isSameAs(recorder.result);
    }
    assertThat(breaker.stats().succeeded()).isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void infrastructureFailures_surviveAndOpen_thenNothingIsCalled(Operation operation) {
    StorageException fault = new StorageException("down", true, new IllegalStateException());
    recorder.error = fault;
    Object guard = guard(operation);
    for (int i = 1; i <= 5; i++) {
      assertThatThrownBy(() -> operation.call(guard, arguments(operation))).isSameAs(fault);
      assertThat(breaker.stats().failed()).isEqualTo(i);
    }
    assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);

    assertThatThrownBy(() -> operation.call(guard, arguments(operation)))
        .isInstanceOf(CircuitOpenException.class);
    assertThat(recorder.calls).as("calls of the delegate").isEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void businessAndOverloadErrors_survive_andAreNoFailures(Operation operation) {
    Object guard = guard(operation);
    List<RuntimeException> answers = List.of(
        new NotFoundException("run", 1),
        new ConflictException("there already"),
        new ValidationException("bad"),
        new QueueFullException("q", 1, 0));
    for (RuntimeException answer : answers) {
      recorder.error = answer;
      assertThatThrownBy(() -> operation.call(guard, arguments(operation))).isSameAs(answer);
    }
    assertThat(breaker.stats().ignored()).isEqualTo(answers.size());
    assertThat(breaker.stats().failed()).isZero();
    assertThat(breaker.stats().consecutiveFailures()).isZero();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyOtherThrowable_survives_andIsAFailure(Operation operation) {
    Object guard = guard(operation);
    for (Throwable error : List.of(new IllegalStateException("bug"), new StackOverflowError())) {
      recorder.error = error;
      assertThatThrownBy(() -> operation.call(guard, arguments(operation))).isSameAs(error);
    }
    assertThat(breaker.stats().consecutiveFailures()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void probe_alwaysGivesItsPlaceBack(Operation operation) throws Throwable {
    Object guard = guard(operation);
    for (int i = 0; i < 5; i++) {
      breaker.failed(breaker.acquire(), new IllegalStateException());
    }
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(60));
    ConflictException answer = new ConflictException("there already");
    recorder.error = answer;
    assertThatThrownBy(() -> operation.call(guard, arguments(operation))).isSameAs(answer);
    assertThat(breaker.stats().probesInFlight()).isZero();
    recorder.error = null;
    Class<?> returned = operation.method().getReturnType();
    recorder.result = returned == void.class ? null : samples.of(returned);
    for (int i = 0; i < 3; i++) {
      assertThat(breaker.state()).isEqualTo(BreakerState.HALF_OPEN);
      operation.call(guard, arguments(operation));
    }
    assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED);
  }

  private Object guard(Operation operation) {
    Class<?> port = operation.ports().port();
    Object delegate =
        Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, recorder);
    return operation.ports().guard(delegate, breaker);
  }

  private Object[] arguments(Operation operation) {
    return Arrays.stream(operation.method().getParameterTypes())
        .map(samples::of)
        .toArray();
  }

  private static String signature(@Nullable Method method) {
    return Objects.requireNonNull(method).getName() + Arrays.toString(method.getParameterTypes());
  }

  private static void assertSame(Class<?>[] types, Object[] seen, Object[] passed) {
    assertThat(seen).hasSameSizeAs(passed);
    for (int i = 0; i < passed.length; i++) {
      if (types[i].isPrimitive()) {
        assertThat(seen[i]).isEqualTo(passed[i]);
      } else {
        assertThat(seen[i]).as("a copy of an argument").isSameAs(passed[i]);
      }
    }
  }
}
