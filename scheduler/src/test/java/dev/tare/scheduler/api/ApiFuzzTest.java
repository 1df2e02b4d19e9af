package dev.tare.scheduler.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.api.RandomCalls.Call;
import dev.tare.scheduler.api.http.ListenerConfig;
import dev.tare.scheduler.api.http.RawClient;
import dev.tare.scheduler.api.http.RawClient.Answer;
import dev.tare.scheduler.api.json.StrictJson;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.testkit.Eventually;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Calls of every kind, valid and not, against SQLite: each is answered, by JSON that a strict
 * parser reads, never by a 500; requests that are no HTTP do no harm; and threads and connections
 * stay as many as they were. The limit of calls a client is set out of the way.
 *
 * <p>{@code scripts/api-fuzz} makes 50,000 calls; the build makes fewer. Each of the clients has
 * its own sequence of calls, given by the seed; which one is answered first is left to the threads.
 */
class ApiFuzzTest {
  private static final String CALLS_PROPERTY = "tare.api.fuzz.calls";
  private static final String SEED_PROPERTY = "tare.api.fuzz.seed";
  private static final int CALLS = 2_000;
  private static final long SEED = 20_260_301;
  private static final int CLIENTS = 4;
  private static final int SERVER_THREADS = 8;
  private static final int CLOSED = 0;
  private static final int[] EXPECTED = {200, 201, 204, 400, 404, 405, 409, 413, 415, 422};
  private static final Set<Integer> OF_BROKEN_REQUESTS = Set.of(501, 505);

  private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();
  private final Map<Integer, Integer> broken = new ConcurrentSkipListMap<>();

  @Test
  void calls_ofEveryKind_areAnswered_andLeaveNothingBehind() throws Exception {
    int calls = Integer.getInteger(CALLS_PROPERTY, CALLS);
    long seed = Long.getLong(SEED_PROPERTY, SEED);
    ListenerConfig config = ListenerConfig.loopback()
        .limitedTo(1_000_000, 1_000_000)
        .sized(SERVER_THREADS, 64, Duration.ofMinutes(5)); // a client waits until all have finished
    try (ApiFixture fixture = new ApiFixture(config)) {
      fixture.workers.register(
          new NewWorker("worker-1", "host", "127.0.0.1", TypeSet.ALL, 4), fixture.clock.millis());
      List<Caller> callers = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        callers.add(new Caller(fixture, seed + i, i == 0));
      }
      runAll(callers, calls / 10); // every thread has been started by then
      awaitConnections(fixture, CLIENTS);
      String before = counts(fixture);
      int serverThreads = fixture.api.threads();
      int allThreads = threads();
      long began = System.nanoTime();
      runAll(callers, calls - calls / 10);
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      awaitConnections(fixture, CLIENTS);
      System.out.println("API fuzz, seed " + seed + ": " + calls + " calls, the last 9 of 10 in "
          + millis + " ms; by status " + statuses + ", broken requests " + broken + " (0: closed);"
          + " before " + before + ", after " + counts(fixture));
      assertThat(fixture.api.threads())
          .isLessThanOrEqualTo(Math.max(serverThreads, SERVER_THREADS));
      // The connection pool and the JVM have threads of their own, which end when they like.
      Eventually.await(
          "no more threads than before: " + counts(fixture),
          () -> threads() <= allThreads + SERVER_THREADS - serverThreads);
      assertThat(fixture.pool.getHikariPoolMXBean().getActiveConnections()).isZero();
      for (Caller caller : callers) {
        caller.client.close();
      }
      awaitConnections(fixture, 0);
      assertThat(fixture.metrics.find("http.server.requests").timers())
          .as("answers as the server counted them, those that it broke off as well")
          .noneMatch(timer -> "500".equals(timer.getId().getTag("status")));
    }
    for (int status : EXPECTED) {
      assertThat(statuses).containsKey(status);
    }
    assertThat(statuses.keySet()).allMatch(status -> status < 500);
    assertThat(broken).containsKeys(200, 400, 404, 505);
    assertThat(broken.keySet())
        .allMatch(status -> status < 500 || OF_BROKEN_REQUESTS.contains(status));
  }

  private static int threads() {
    return ManagementFactory.getThreadMXBean().getThreadCount();
  }

  private static String counts(ApiFixture fixture) {
    return "[connections " + fixture.api.connections() + ", server threads "
        + fixture.api.threads() + ", threads " + threads() + ", database connections "
        + fixture.pool.getHikariPoolMXBean().getTotalConnections() + "]";
  }

  private static void runAll(List<Caller> callers, int calls) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (Caller caller : callers) {
      Thread thread = new Thread(() -> caller.run(calls / CLIENTS));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    for (Caller caller : callers) {
      if (caller.failure != null) {
        throw caller.failure;
      }
    }
  }

  /** One client with its own calls, at the same time as others. */
  private final class Caller {
    private final ApiFixture fixture;
    private final long seed;
    private final boolean works;
    private final RandomCalls random;
    private final BrokenRequests brokenRequests;
    private final Random dice;
    private RawClient client;
    private int made;
    private @Nullable Answer last;
    private volatile @Nullable AssertionError failure;

    Caller(ApiFixture fixture, long seed, boolean works) throws IOException {
      this.fixture = fixture;
      this.seed = seed;
      this.works = works;
      this.random = new RandomCalls(seed);
      this.brokenRequests = new BrokenRequests(seed);
      this.dice = new Random(seed); // who works draws as often as there are runs
      this.client = fixture.client();
    }

    void run(int calls) {
      for (int i = 0; i < calls; i++) {
        if (works && i % 7 == 0) {
          work(fixture, dice);
        }
        Call call = random.next(200, 400);
        made++;
        try {
          if (made % 20 == 0) {
            callBroken(brokenRequests.next(call.bytes(made)));
          } else {
            call(call);
          }
        } catch (IOException | RuntimeException | AssertionError e) {
          failure = new AssertionError(
              "seed " + seed + ", call " + made + ": " + call + "; the answer before: " + last, e);
          return;
        }
      }
    }

    private void call(Call call) throws IOException {
      Answer answer = client.send(call.bytes(made)).read(!call.method().equals("HEAD"));
      last = answer;
      check(call, answer);
      statuses.merge(answer.status(), 1, Integer::sum);
      if (answer.header("connection").equals("close")) {
        client.close();
        client = fixture.client();
      }
    }

    /** On a connection of its own; the server may close it, and may not hold on to it. */
    private void callBroken(byte[] request) throws IOException {
      String answer;
      try (RawClient another = fixture.client()) {
        answer = another.exchange(request);
      } catch (SocketException e) { // reset while it was sent
        answer = "";
      }
      int status = CLOSED;
      if (!answer.isEmpty()) {
        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("HTTP/1.1 500");
        status = Integer.parseInt(answer.substring(9, 12));
      }
      broken.merge(status, 1, Integer::sum);
    }
  }

  private static void check(Call call, Answer answer) throws IOException {
    assertThat(answer.status()).as(answer.text()).isLessThan(500);
    if (call.method().equals("HEAD") || answer.status() == 204) {
      return;
    }
    if (answer.header("content-type").startsWith("text/plain")) {
      assertThat(call.target()).contains("metrics");
      return;
    }
    Map<String, ?> document = StrictJson.object(answer.body().exactArray());
    if (answer.status() >= 400) {
      ApiFixture.assertProblem(answer, answer.status());
    } else if (document.get("items") instanceof List<?> items) {
      BigDecimal pageSize =
          (BigDecimal) Objects.requireNonNull(document.get("pageSize"), answer.text());
      assertThat(items).hasSizeLessThanOrEqualTo(pageSize.intValueExact());
    }
  }

  /** A worker's part: runs get every status that there is. */
  private static void work(ApiFixture fixture, Random random) {
    fixture.clock.advance(Duration.ofSeconds(random.nextInt(90)));
    long now = fixture.clock.millis();
    fixture.workers.heartbeat("worker-1", random.nextInt(5), now);
    List<Completion> completions = new ArrayList<>();
    RunStatus[] ends = {RunStatus.COMPLETED, RunStatus.FAILED, RunStatus.TIMEOUT};
    for (ClaimedRun run : fixture.runs.claim("worker-1", TypeSet.ALL, 4, now)) {
      if (random.nextInt(5) > 0) {
        byte[] result =
            ApiFixture.bytes(random.nextInt(2) == 0 ? "{\"rows\":[1,2]}" : "\u0001 text");
        completions.add(new Completion(
            run.id(), run.attempt(), ends[random.nextInt(3)], now, Bytes.of(result), "why"));
      }
    }
    fixture.runs.complete(completions);
  }

  private static void awaitConnections(ApiFixture fixture, int expected) {
    Eventually.await(
        expected + " connections are open", () -> fixture.api.connections() == expected);
  }
}
