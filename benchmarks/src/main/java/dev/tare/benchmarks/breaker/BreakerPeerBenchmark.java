package dev.tare.benchmarks.breaker;

import dev.tare.benchmarks.breaker.fixed.FixedRuns;
import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.store.TaskRunRepository;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A peer of {@link GuardBenchmark}, no side of a pair: a call that succeeds through resilience4j's
 * circuit breaker, with a window of as many calls as failures open ours.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BreakerPeerBenchmark {
  private final TaskRunRepository runs = new FixedRuns();
  private CircuitBreaker breaker;

  /** Configures it like ours. */
  @Setup
  public void open() {
    BreakerPolicy policy = BreakerPolicy.DEFAULT;
    breaker = CircuitBreaker.of(
        "database",
        CircuitBreakerConfig.custom()
            .slidingWindowSize(policy.failuresToOpen())
            .minimumNumberOfCalls(policy.failuresToOpen())
            .failureRateThreshold(100)
            .waitDurationInOpenState(Duration.ofMillis(policy.openMillis()))
            .build());
  }

  /** One call. */
  @Benchmark
  public Optional<TaskRun> byId() {
    return breaker.executeSupplier(() -> runs.byId(GuardedPorts.ID));
  }
}
