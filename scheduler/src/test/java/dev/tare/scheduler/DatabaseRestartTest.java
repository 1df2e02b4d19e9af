package dev.tare.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.error.InfrastructureException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.testkit.RestartableServer;
import dev.tare.scheduler.worker.executor.Outcome;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * PostgreSQL goes down and comes back under a scheduler at work: it goes on by itself, and whatever
 * was acknowledged is done.
 */
@Timeout(120)
class DatabaseRestartTest {
  private static final int CONNECTIONS = 4;
  private static final int SUBMITTED_BETWEEN = 150;

  /** As the usual one, with waits of a test's length. */
  private static final BreakerPolicy IMPATIENT = new BreakerPolicy(5, 100, 400, 3, 3, 30_000);

  private final Set<Thread> before = threads();
  private final Set<Long> executed = ConcurrentHashMap.newKeySet();
  private final AtomicLong latestTick = new AtomicLong();

  @Test
  void serverThatIsRestartedUnderLoad_costsNothingThatWasAcknowledged() throws Exception {
    try (RestartableServer server = RestartableServer.start()) {
      Map<Long, Integer> acknowledged;
      try (Scheduler scheduler = started(server);
          Submitter submitter = new Submitter(scheduler)) {
        Set<String> threadsAtFirst = names(threads());
        submitter.awaitMore();
        server.restart();
        submitter.awaitMore();
        server.crash();
        long back = System.currentTimeMillis();
        submitter.awaitMore();
        acknowledged = submitter.stop();

        Eventually.await("schedules go on", () -> latestTick.get() > back);
        Eventually.await("every run has ended", () -> number(server, """
            SELECT count(*) FROM task_run WHERE payload IS NOT NULL AND status < 3""") == 0);
        assertThat(names(threads())).as("threads").isEqualTo(threadsAtFirst);
        assertThat(clients(server))
            .as("pool, loop, upkeep, listener")
            .isLessThanOrEqualTo(CONNECTIONS + 3);
      }
      assertEachIsDoneOnce(acknowledged, server);
      Eventually.await("no thread is left", () -> threads().isEmpty());
      Eventually.await("no connection is left", () -> clients(server) == 0);
    }
  }

  private Scheduler started(RestartableServer server) {
    Scheduler scheduler = Scheduler.builder()
        .database(server.url())
        .connections(CONNECTIONS)
        .concurrency(4)
        .batches(20, 20)
        .pollInterval(Duration.ofMillis(100))
        .scanInterval(Duration.ofMillis(500))
        .breaker(IMPATIENT)
        .build();
    scheduler.register("count", run -> {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2)); // so that a crash finds some at work
      executed.add(run.runId());
      return Outcome.DONE;
    });
    scheduler.register("tick", run -> {
      latestTick.accumulateAndGet(run.scheduledAt(), Math::max);
      return Outcome.DONE;
    });
    scheduler.start();
    scheduler.schedule(NewTask.builder("ticks", "tick").schedule("* * * * * *").build());
    Eventually.await("schedules run", () -> latestTick.get() > 0);
    return scheduler;
  }

  /** Each with a number of its own for a payload: what is there twice shows. */
  private void assertEachIsDoneOnce(Map<Long, Integer> acknowledged, RestartableServer server)
      throws SQLException {
    Map<Integer, Long> runs = new HashMap<>();
    try (Connection connection = DataSources.physical(server.url()).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(
            "SELECT id, status, payload FROM task_run WHERE payload IS NOT NULL")) {
      while (rows.next()) {
        long id = rows.getLong(1);
        int number = ByteBuffer.wrap(rows.getBytes(3)).getInt();
        assertThat(rows.getInt(2)).as("run %s", id).isEqualTo(RunStatus.COMPLETED.code());
        assertThat(runs.put(number, id))
            .as("another run of submission %s", number)
            .isNull();
      }
    }
    acknowledged.forEach((id, number) -> assertThat(runs).containsEntry(number, id));
    assertThat(executed).containsAll(acknowledged.keySet());
  }

  private static long clients(RestartableServer server) {
    return number(server, """
        SELECT count(*) FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()""");
  }

  private static long number(RestartableServer server, String select) {
    try (Connection connection = DataSources.physical(server.url()).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError("the server does not answer", e);
    }
  }

  /** Those of schedulers and their pools that this test has started and that live. */
  private Set<Thread> threads() {
    Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
    threads.removeIf(thread ->
        !thread.getName().startsWith("tare-") && !thread.getName().startsWith("HikariPool"));
    if (before != null) {
      threads.removeAll(before);
    }
    return threads;
  }

  private static Set<String> names(Set<Thread> threads) {
    Set<String> names = new HashSet<>();
    for (Thread thread : threads) {
      if (thread.getName().startsWith("tare-")) { // those of a pool come and go
        names.add(thread.getName());
      }
    }
    return names;
  }

  /** Submits run after run, and keeps the ids that it is given. */
  private static final class Submitter implements AutoCloseable {
    private final Map<Long, Integer> acknowledged = new ConcurrentHashMap<>();
    private final Scheduler scheduler;
    private final Task task;
    private final Thread thread = new Thread(this::submit, "submitter");
    private volatile boolean stopped;

    Submitter(Scheduler scheduler) {
      this.scheduler = scheduler;
      this.task = scheduler.schedule(NewTask.builder("counted", "count").build());
      thread.start();
    }

    private void submit() {
      for (int number = 0; !stopped; number++) {
        byte[] payload = ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
        try {
          acknowledged.put(scheduler.submit(task.id(), Bytes.of(payload)), number);
        } catch (InfrastructureException e) { // as long as the database is away
          assertThat(e.isRetryable()).isTrue();
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
      }
    }

    void awaitMore() {
      int enough = acknowledged.size() + SUBMITTED_BETWEEN;
      Eventually.await(
          enough + " are submitted, by a thread that lives",
          () -> acknowledged.size() >= enough || !thread.isAlive());
      assertThat(thread.isAlive()).as("no other error").isTrue();
    }

    Map<Long, Integer> stop() throws InterruptedException {
      close();
      thread.join();
      return acknowledged;
    }

    @Override
    public void close() {
      stopped = true;
    }
  }
}
