package dev.tare.benchmarks.flow;

import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.testkit.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Where runs are read, made ahead: what a client spells is no copy of the scheduler's, and its
 * bytes are not the scheduler's either. Ids have seven digits from the first on, so that no run's
 * texts are longer than another's.
 */
final class RunPaths {
  private static final int FIRST_ID = 1_000_000;
  private static final int AHEAD = 20_000;

  private final String[] paths = new String[AHEAD];

  RunPaths() {
    for (int i = 0; i < AHEAD; i++) {
      paths[i] = path(FIRST_ID + i);
    }
  }

  /** Has the ids of an empty database begin where the paths do. */
  static void begin(Database database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          database.dialect() == Dialect.POSTGRESQL
              ? "ALTER TABLE task_run ALTER COLUMN id RESTART WITH " + FIRST_ID
              : "INSERT INTO task_run (id, task_id, type_id, status, retry_count, shard_index,"
                  + " shard_total, scheduled_at, due, created_at) VALUES (" + (FIRST_ID - 1)
                  + ", 0, 0, 3, 0, -1, 0, 0, FALSE, 0)");
    }
  }

  String of(long id) {
    int index = Math.toIntExact(id - FIRST_ID);
    return index < AHEAD ? paths[index] : path(id);
  }

  private static String path(long id) {
    return "/api/task-runs/" + id;
  }
}
