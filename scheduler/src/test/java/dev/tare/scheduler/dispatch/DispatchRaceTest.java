package dev.tare.scheduler.dispatch;

import static dev.tare.scheduler.dispatch.Node.at;
import static dev.tare.scheduler.dispatch.Node.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.testkit.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dispatchers of several processes on one database, each over its own connection. */
class DispatchRaceTest {
  private static final long NOON = at("2026-03-02T12:00:00Z");
  private static final int DISPATCHERS = 3;
  private static final int ROUNDS = 12;
  private static final int PLAIN = 30;
  private static final int SHARDED = 6;
  private static final int SHARDS = 4;

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "embedded"})
  void dispatchersOnOneDatabase_makeEachDueRunOnce(String specification) throws Exception {
    race(Database.of(specification).empty());
  }

  @Test
  @Tag("docker")
  void dispatchersOnContainerDatabase_makeEachDueRunOnce() throws Exception {
    race(Database.of("testcontainers").empty());
  }

  private static void race(Database database) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(DISPATCHERS);
    List<Node> nodes = new ArrayList<>();
    try {
      List<Dispatcher> dispatchers = new ArrayList<>();
      for (int i = 0; i < DISPATCHERS; i++) {
        Node node = new Node(database);
        nodes.add(node);
        // Batches of different sizes, so that the dispatchers never stay in step.
        dispatchers.add(node.dispatcher(DispatchSettings.DEFAULT.withBatch(3 + 8 * i)));
      }
      createTasks(nodes.get(0));
      int perRound = PLAIN + SHARDED * SHARDS;
      for (int round = 0; round < ROUNDS; round++) {
        long now = NOON + round * 1000L;
        scanTogether(pool, dispatchers, now);

        assertThat(count(database, "COUNT(*)")).isEqualTo((round + 1L) * perRound);
        assertThat(nodes.get(0).completeAll(RunStatus.COMPLETED, now)).isEqualTo(perRound);
      }

      assertThat(count(database, "COUNT(DISTINCT scheduled_at)")).isEqualTo(ROUNDS);
      long created =
          dispatchers.stream().mapToLong(each -> each.stats().created()).sum();
      long skipped =
          dispatchers.stream().mapToLong(each -> each.stats().skipped()).sum();
      assertThat(created).isEqualTo((long) ROUNDS * perRound);
      assertThat(skipped).isZero();
    } finally {
      pool.shutdownNow();
      nodes.forEach(Node::close);
    }
  }

  private static void createTasks(Node node) {
    for (int i = 0; i < PLAIN; i++) {
      node.create(task("plain" + i, "* * * * * *"), NOON);
    }
    for (int i = 0; i < SHARDED; i++) {
      node.create(task("sharded" + i, "* * * * * *").shards(SHARDS, "k"), NOON);
    }
  }

  private static void scanTogether(ExecutorService pool, List<Dispatcher> dispatchers, long now)
      throws Exception {
    CyclicBarrier barrier = new CyclicBarrier(dispatchers.size());
    List<Future<Long>> scans = new ArrayList<>();
    for (Dispatcher dispatcher : dispatchers) {
      scans.add(pool.submit(() -> {
        barrier.await();
        long next = dispatcher.scan(now);
        while (next < now + 1000) { // what another was about to move on
          next = dispatcher.scan(now);
        }
        return next;
      }));
    }
    for (Future<Long> scan : scans) {
      assertThat(scan.get()).isEqualTo(now + 1000);
    }
  }

  private static long count(Database database, String what) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + what + " FROM task_run")) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
