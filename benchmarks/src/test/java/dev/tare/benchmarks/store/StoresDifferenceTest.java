package dev.tare.benchmarks.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.benchmarks.store.RandomCalls.Call;
import dev.tare.scheduler.error.SchedulerException;
import dev.tare.scheduler.store.Stores;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.jdbc.run.JdbcTaskRunRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskTypes;
import dev.tare.scheduler.store.jdbc.worker.JdbcWorkerRepository;
import dev.tare.scheduler.testkit.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same random calls on the copying repositories and on those that ship, each over a database of
 * its own: they return the same, refuse the same, and leave the same rows.
 */
class StoresDifferenceTest {
  private static final int ROUNDS = 8;
  private static final int CALLS = 1500;
  private static final List<String> TABLES = List.of("task_type", "task", "worker", "task_run");

  @TempDir
  private Path folder;

  @Test
  void randomCalls_findNoDifference() throws SQLException {
    long seed = System.nanoTime();
    System.out.println("randomCalls_findNoDifference seed=" + seed);
    String copyingUrl = "jdbc:sqlite:" + folder.resolve("copying.db") + "?synchronous=OFF";
    String leanUrl = "jdbc:sqlite:" + folder.resolve("lean.db") + "?synchronous=OFF";
    Database leanDatabase = Database.of(leanUrl);
    try (CopyingStores copying = CopyingStores.over(copyingUrl);
        PinnedSessions sessions = new PinnedSessions(leanDatabase.dataSource())) {
      for (int round = 0; round < ROUNDS; round++) {
        Stores lean = lean(leanDatabase.empty(), sessions);
        compare(copying.empty(), lean, new RandomCalls(new Random(seed + round)), seed + round);
        assertThat(rows(Database.of(copyingUrl)))
            .as("seed %s", seed + round)
            .isEqualTo(rows(leanDatabase));
      }
    }
  }

  private static Stores lean(Database database, PinnedSessions sessions) {
    JdbcTaskTypes types = new JdbcTaskTypes(sessions);
    return new Stores(
        new JdbcTaskRepository(sessions, database.dialect(), types),
        new JdbcTaskRunRepository(sessions, database.dialect()),
        new JdbcWorkerRepository(sessions, database.dialect()),
        types);
  }

  private static void compare(Stores copying, Stores lean, RandomCalls calls, long seed) {
    for (int i = 0; i < CALLS; i++) {
      Call call = calls.next();
      assertThat(answer(call, copying))
          .as("call %s, seed %s", i, seed)
          .isEqualTo(answer(call, lean));
    }
  }

  private static String answer(Call call, Stores stores) {
    try {
      return String.valueOf(call.on(stores));
    } catch (SchedulerException e) {
      return "refused: " + e.getClass().getSimpleName();
    }
  }

  private static List<String> rows(Database database) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet row = statement.executeQuery("SELECT * FROM " + table + " ORDER BY id")) {
          while (row.next()) {
            rows.add(table + text(row));
          }
        }
      }
    }
    assertThat(rows).isNotEmpty();
    return rows;
  }

  private static List<String> text(ResultSet row) throws SQLException {
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      Object value = row.getObject(i);
      columns.add(value instanceof byte[] b ? HexFormat.of().formatHex(b) : String.valueOf(value));
    }
    return columns;
  }
}
