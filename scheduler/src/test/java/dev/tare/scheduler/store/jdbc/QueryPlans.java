package dev.tare.scheduler.store.jdbc;

import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.testkit.Database;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/**
 * How a database would run a statement over a schedule that has been going for a while: 2,000
 * tasks, and 40,000 runs of which some wait and 40 are held by workers.
 */
public final class QueryPlans implements AutoCloseable {
  /** What a plan says that reads every run, or every task. */
  public static final Pattern WHOLE_TABLE =
      Pattern.compile("Seq Scan on (task|task_run)\\b|SCAN (task|t|task_run|r|l)\\b(?! USING)");

  private static final String NUMBERS =
      "WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < %d) ";

  private final Connection connection;
  private final boolean sqlite;

  private QueryPlans(Connection connection, boolean sqlite) {
    this.connection = connection;
    this.sqlite = sqlite;
  }

  /**
   * Fills the emptied database of a specification; whoever opens this closes it.
   *
   * @param waiting how many of the runs, the newest, are PENDING
   */
  public static QueryPlans over(String specification, int waiting) throws SQLException {
    Database database = Database.of(specification).empty();
    boolean sqlite = database.dialect() == Dialect.SQLITE;
    QueryPlans plans = new QueryPlans(database.dataSource().getConnection(), sqlite);
    plans.fill(waiting);
    return plans;
  }

  /** Whether they are of SQLite. */
  public boolean areOfSqlite() {
    return sqlite;
  }

  /** The plan as one text, a step a line. */
  public String of(Sql sql, Table.Binding binding) throws SQLException {
    String explain = sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ";
    try (PreparedStatement statement = connection.prepareStatement(explain + sql.text())) {
      binding.to(statement);
      try (ResultSet rows = statement.executeQuery()) {
        StringBuilder plan = new StringBuilder(sql.text()).append('\n');
        while (rows.next()) {
          plan.append(rows.getString(sqlite ? 4 : 1)).append('\n');
        }
        return plan.toString();
      }
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  private void fill(int waiting) throws SQLException {
    int held = 40_000 - waiting;
    int finished = held - 40;
    try (Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO task (id, name, type_id, parameters, timeout_seconds,"
          + " max_retries, status, dependencies, shard_count, next_due_at, created_at, updated_at)"
          + numbers(2_000) + "SELECT n, 'task-' || n, 1 + n % 5, " + (sqlite ? "x''" : "''")
          + ", 60, 0, CASE WHEN n % 10 = 0 THEN 1 ELSE 0 END,"
          + " CASE WHEN n % 50 = 49 THEN '[' || (n - 1) || ']' END, 0,"
          + " CASE WHEN n % 10 = 1 THEN 1000000 + n END, 0, 0 FROM s");
      statement.execute("INSERT INTO task_run (id, task_id, type_id, status, worker_id, attempt,"
          + " retry_count, shard_index, shard_total, scheduled_at, due, started_at, completed_at,"
          + " created_at)" + numbers(40_000) + "SELECT n, 1 + n % 2000, 1 + n % 5,"
          + " CASE WHEN n > " + held + " THEN 0 WHEN n > " + finished
          + " THEN 1 + n % 2 ELSE 3 + n % 4 END,"
          + " CASE WHEN n <= " + held + " THEN 'worker-' || (n % 100) END, 1, 0, -1, 0, n, "
          + (sqlite ? "1" : "TRUE") + ", CASE WHEN n <= " + held + " THEN n END,"
          + " CASE WHEN n <= " + finished + " THEN n + 10 END, n FROM s");
      if (!sqlite) {
        statement.execute("INSERT INTO run_queue (scheduled_at, run_id, type_id)"
            + " SELECT scheduled_at, id, type_id FROM task_run WHERE status = 0");
        statement.execute(
            "INSERT INTO run_active (run_id)" + " SELECT id FROM task_run WHERE status IN (1, 2)");
        statement.execute("ANALYZE task, task_run, run_queue, run_active");
      }
    }
  }

  private String numbers(int count) {
    return ' ' + NUMBERS.replace("%d", Integer.toString(count));
  }
}
