package dev.tare.scheduler.server;

import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.breaker.BreakerState;
import dev.tare.scheduler.breaker.BreakerStats;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * The figures of a running scheduler, read when somebody asks: the hot path writes none for them.
 */
final class SchedulerMetrics {
  private SchedulerMetrics() {}

  static void register(Scheduler scheduler, MeterRegistry registry) {
    gauge(
        registry,
        scheduler,
        "tare.worker.running",
        "Runs that are executed now",
        s -> s.worker().running());
    gauge(
        registry,
        scheduler,
        "tare.worker.holding",
        "Runs executed, waiting or not reported",
        s -> s.worker().holding());
    gauge(
        registry,
        scheduler,
        "tare.listener.pending",
        "Ends of runs that are not written yet",
        s -> s.listener().pending());
    counter(
        registry,
        scheduler,
        "tare.listener.accepted",
        "Ends of runs that were accepted",
        s -> s.listener().accepted());
    counter(
        registry,
        scheduler,
        "tare.listener.superseded",
        "Ends of runs that were refused",
        s -> s.listener().superseded());
    counter(
        registry,
        scheduler,
        "tare.cache.hits",
        "Tasks found in memory",
        s -> s.cacheStats().hits());
    counter(
        registry,
        scheduler,
        "tare.cache.misses",
        "Tasks read from the database",
        s -> s.cacheStats().misses());
    counter(
        registry,
        scheduler,
        "tare.cache.evictions",
        "Tasks that left memory",
        s -> s.cacheStats().evictions());
    breaker(registry, scheduler, "database", scheduler::databaseStats);
    breaker(registry, scheduler, "queue", scheduler::queueStats);
  }

  private static void breaker(
      MeterRegistry registry, Scheduler scheduler, String name, Supplier<BreakerStats> stats) {
    Gauge.builder(
            "tare.breaker.state",
            scheduler,
            s -> stats.get().state() == BreakerState.CLOSED ? 0 : 1)
        .description("0 while every call is let through, otherwise 1")
        .tag("breaker", name)
        .register(registry);
    FunctionCounter.builder("tare.breaker.refused", scheduler, s -> stats.get().refused())
        .description("Calls that were not made")
        .tag("breaker", name)
        .register(registry);
    FunctionCounter.builder("tare.breaker.failed", scheduler, s -> stats.get().failed())
        .description("Calls that failed")
        .tag("breaker", name)
        .register(registry);
  }

  private static void gauge(
      MeterRegistry registry,
      Scheduler scheduler,
      String name,
      String description,
      ToDoubleFunction<Scheduler> value) {
    Gauge.builder(name, scheduler, value).description(description).register(registry);
  }

  private static void counter(
      MeterRegistry registry,
      Scheduler scheduler,
      String name,
      String description,
      ToDoubleFunction<Scheduler> value) {
    FunctionCounter.builder(name, scheduler, value).description(description).register(registry);
  }
}
