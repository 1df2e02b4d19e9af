package dev.tare.benchmarks.load.api;

import com.sun.management.OperatingSystemMXBean;
import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.api.CopyingRunEndpoints;
import dev.tare.benchmarks.api.CopyingTaskEndpoints;
import dev.tare.benchmarks.auth.CopyingTokens;
import dev.tare.benchmarks.cron.CopyingSchedules;
import dev.tare.benchmarks.flow.CopyingScheduler;
import dev.tare.benchmarks.load.child.Lines;
import dev.tare.profiling.meter.AllocatedBytes;
import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.api.http.HttpListener;
import dev.tare.scheduler.api.http.ListenerConfig;
import dev.tare.scheduler.api.route.Routes;
import dev.tare.scheduler.api.security.Scope;
import dev.tare.scheduler.api.system.ApiMetrics;
import dev.tare.scheduler.auth.key.KeyRing;
import dev.tare.scheduler.auth.key.RotationPolicy;
import dev.tare.scheduler.auth.token.SignedTokens;
import dev.tare.scheduler.auth.token.TokenRequest;
import dev.tare.scheduler.auth.token.TokenService;
import dev.tare.scheduler.server.Server;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * One variant's server, in the JVM that it alone is measured in. Lean is the server that ships, its
 * scheduler included; copying is the same HTTP server with the copying endpoints, repositories and
 * tokens. Neither serves the task types of the load: what is triggered waits.
 */
final class ApiServer {
  private static final int MOST_A_SECOND = 1_000_000;
  private static final int CONNECTIONS = 8;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private ApiServer() {}

  /** What tells tokens apart from each other, and what takes their requests. */
  private record Opened(int port, AutoCloseable server) {}

  /** Reads variant and URL; answers port and token; then, for every line, what has been used. */
  public static void main(String[] arguments) throws Exception {
    Lines lines = new Lines();
    StringTokenizer words = new StringTokenizer(lines.next(), "\t");
    Variant variant = Variant.valueOf(words.nextToken());
    String url = words.nextToken();
    Clock clock = Clock.systemUTC();
    KeyRing keys = KeyRing.inMemory(RotationPolicy.PRODUCTION, clock);
    SignedTokens tokens = new SignedTokens(keys, "tare", clock);
    Opened opened = variant == Variant.LEAN
        ? lean(url, tokens, clock)
        : copying(url, new CopyingTokens(tokens, keys, "tare", clock), clock);
    String token = tokens.issue(TokenRequest.of(
        "load", Set.of(Scope.READ.word(), Scope.WRITE.word()), Duration.ofHours(2)));
    lines.answer(opened.port() + "\t" + token);
    lines.serve(line -> AllocatedBytes.total() + "\t" + SYSTEM.getProcessCpuTime());
    opened.server().close();
  }

  private static Opened lean(String url, TokenService tokens, Clock clock) {
    Scheduler scheduler = Scheduler.builder().database(url).build();
    Server server = Server.start(scheduler, config(tokens), clock);
    return new Opened(server.port(), server);
  }

  private static Opened copying(String url, TokenService tokens, Clock clock) {
    CopyingScheduler scheduler = new CopyingScheduler(url, CONNECTIONS, clock);
    CopyingSchedules schedules = new CopyingSchedules(ZoneOffset.UTC);
    Routes routes = new Routes();
    new CopyingTaskEndpoints(
            scheduler.tasks(), scheduler.runs(), scheduler.commands(), schedules::nextDueAt, clock)
        .addTo(routes);
    new CopyingRunEndpoints(scheduler.runs()).addTo(routes);
    ApiMetrics metrics =
        new ApiMetrics(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), routes.size());
    HttpListener listener = HttpListener.start(config(tokens), routes, metrics, clock);
    return new Opened(listener.port(), () -> {
      listener.close();
      scheduler.close();
    });
  }

  /** As the server that ships has it, but for the limit of a client, which would end the load. */
  private static ListenerConfig config(TokenService tokens) {
    return ListenerConfig.loopback()
        .authenticatedBy(tokens)
        .limitedTo(MOST_A_SECOND, MOST_A_SECOND);
  }
}
