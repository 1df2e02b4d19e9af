package dev.tare.scheduler.api.system;

import dev.tare.scheduler.api.route.Observer;
import dev.tare.scheduler.api.route.Route;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Times requests by method, route and status. A timer is made when its first request ends; after
 * that a request costs an array's element. Requests that no route took share one, so that addresses
 * that somebody makes up make no timers.
 */
public final class ApiMetrics implements Observer {
  private static final int STATUSES = 600;

  private final MeterRegistry registry;
  private final AtomicReferenceArray<@Nullable Timer> timers;

  /** For a table of so many routes. */
  public ApiMetrics(MeterRegistry registry, int routes) {
    this.registry = registry;
    this.timers = new AtomicReferenceArray<>((routes + 1) * STATUSES);
  }

  @Override
  public void answered(@Nullable Route route, int status, long nanos) {
    int row = route == null ? 0 : route.number() + 1;
    int place = row * STATUSES + Math.min(Math.max(status, 0), STATUSES - 1);
    Timer timer = timers.get(place);
    if (timer == null) {
      timer = timer(route, status); // two threads may, and get the same one
      timers.set(place, timer);
    }
    timer.record(nanos, TimeUnit.NANOSECONDS);
  }

  private Timer timer(@Nullable Route route, int status) {
    return Timer.builder("http.server.requests")
        .description("Time from a request's first byte to the last one of its answer")
        .tag("method", route == null ? "none" : route.method().name())
        .tag("uri", route == null ? "none" : route.template())
        .tag("status", Integer.toString(status))
        .register(registry);
  }
}
