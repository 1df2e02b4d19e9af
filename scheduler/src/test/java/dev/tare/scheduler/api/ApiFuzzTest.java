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
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Calls of every kind, valid and not, against SQLite: each is answered, by JSON that a strict
 * parser reads, never by a 500; and threads and connections stay as many as they were.
 *
 * <p>{@code scripts/api-fuzz} makes 50,000 calls; the build makes fewer.
 */
class ApiFuzzTest {
  private static final String CALLS_PROPERTY = "tare.api.fuzz.calls";
  private static final int CALLS = 3_000;
  private static final long SEED = 20_260_301;
  private static final int CLIENTS = 4;
  private static final int SERVER_THREADS = 8;

  private final Map<Integer, Integer> statuses = new ConcurrentSkipListMap<>();

  @Test
  void calls_ofEveryKind_areAnswered_andLeaveNothingBehind() throws Exception {
    int calls = Integer.getInteger(CALLS_PROPERTY, CALLS);
    try (ApiFixture fixture = new ApiFixture(ListenerConfig.loopback()
        .limitedTo(1_000_000, 1_000_000)
        .sized(SERVER_THREADS, 64, Duration.ofSeconds(10)))) {
      fixture.workers.register(
          new NewWorker("worker-1", "host", "127.0.0.1", TypeSet.ALL, 4), fixture.clock.millis());
      List<Caller> callers = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        callers.add(new Caller(fixture, SEED + i, i == 0));
      }
      runAll(callers, calls / 10); // every thread has been started by then
      int threads = fixture.api.threads();
      int connections = fixture.api.connections();
      runAll(callers, calls - calls / 10);
      assertThat(fixture.api.threads()).isLessThanOrEqualTo(Math.max(threads, SERVER_THREADS));
      assertThat(connections).isEqualTo(CLIENTS);
      assertThat(fixture.api.connections()).isEqualTo(CLIENTS);
      assertThat(fixture.pool.getHikariPoolMXBean().getActiveConnections()).isZero();
      for (Caller caller : callers) {
        caller.client.close();
      }
      awaitNoConnection(fixture);
    }
    System.out.println("API fuzz: " + calls + " calls, answers by status " + statuses);
    assertThat(statuses).containsKeys(200, 201, 204, 400, 404, 405, 409, 413, 415, 422);
    assertThat(statuses.keySet()).allMatch(status -> status < 500);
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
    private RawClient client;
    private volatile @Nullable AssertionError failure;

    Caller(ApiFixture fixture, long seed, boolean works) throws IOException {
      this.fixture = fixture;
      this.seed = seed;
      this.works = works;
      this.random = new RandomCalls(seed);
      this.client = fixture.client();
    }

    void run(int calls) {
      Call before = null;
      Answer last = null;
      for (int i = 0; i < calls; i++) {
        if (works && i % 7 == 0) {
          work(fixture, random);
        }
        Call call = random.next(200, 400);
        try {
          Answer answer = client.send(call.bytes(i)).read(!call.method().equals("HEAD"));
          check(call, answer);
          statuses.merge(answer.status(), 1, Integer::sum);
          if (answer.header("connection").equals("close")) {
            client.close();
            client = fixture.client();
          }
          before = call;
          last = answer;
        } catch (IOException | RuntimeException | AssertionError e) {
          failure = new AssertionError(
              "seed " + seed + ", call " + i + ": " + call + ", after " + before + " with " + last,
              e);
          return;
        }
      }
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
  private static void work(ApiFixture fixture, RandomCalls random) {
    fixture.clock.advance(Duration.ofSeconds(random.choose(90)));
    long now = fixture.clock.millis();
    fixture.workers.heartbeat("worker-1", random.choose(5), now);
    List<Completion> completions = new ArrayList<>();
    RunStatus[] ends = {RunStatus.COMPLETED, RunStatus.FAILED, RunStatus.TIMEOUT};
    for (ClaimedRun run : fixture.runs.claim("worker-1", TypeSet.ALL, 4, now)) {
      if (random.choose(5) > 0) {
        byte[] result =
            ApiFixture.bytes(random.choose(2) == 0 ? "{\"rows\":[1,2]}" : "\u0001 text");
        completions.add(new Completion(
            run.id(), run.attempt(), ends[random.choose(3)], now, Bytes.of(result), "why"));
      }
    }
    fixture.runs.complete(completions);
  }

  private static void awaitNoConnection(ApiFixture fixture) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (fixture.api.connections() > 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
    }
    assertThat(fixture.api.connections()).isZero();
  }
}
