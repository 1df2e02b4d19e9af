package dev.tare.benchmarks.peers;

import dev.tare.scheduler.testkit.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * The limit of the driver and the server: one connection, kept statements, one table with what a
 * queue can not do without, and no scheduler. No attempts, no types, no errors, no history by task.
 */
final class RawJdbc implements Subject {
  private static final int CLAIMED = 400;
  private static final long DUE = 1_000;

  private final Database database;
  private final Connection connection;
  private final PreparedStatement one;
  private final PreparedStatement many;
  private final PreparedStatement next;
  private final byte[] payload = new byte[PAYLOAD_BYTES];

  RawJdbc(Database database) throws SQLException {
    this.database = database;
    Statements.execute(
        database,
        "CREATE TABLE IF NOT EXISTS raw_task (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,"
            + " due_at BIGINT NOT NULL, status SMALLINT NOT NULL DEFAULT 0, payload BYTEA)",
        "CREATE INDEX IF NOT EXISTS raw_task_due ON raw_task (due_at, id) WHERE status = 0");
    connection = DriverManager.getConnection(CountingSocketFactory.counted(database.url()));
    one = connection.prepareStatement("INSERT INTO raw_task (due_at, payload) VALUES (?, ?)");
    many = connection.prepareStatement("INSERT INTO raw_task (due_at, payload)"
        + " SELECT * FROM unnest(?::bigint[], ?::bytea[])");
    next = connection.prepareStatement("WITH d AS (UPDATE raw_task SET status = 2"
        + " WHERE id = ANY(?)) UPDATE raw_task SET status = 1 WHERE id = ANY(ARRAY("
        + "SELECT id FROM raw_task WHERE status = 0 AND due_at <= ?"
        + " ORDER BY due_at, id LIMIT ? FOR UPDATE SKIP LOCKED)) RETURNING id, payload");
  }

  @Override
  public String name() {
    return "raw";
  }

  @Override
  public void empty() throws SQLException {
    Statements.execute(database, "TRUNCATE raw_task RESTART IDENTITY", "CHECKPOINT");
  }

  @Override
  public void submit(int tasks) throws SQLException {
    for (int i = 0; i < tasks; i++) {
      one.setLong(1, DUE);
      one.setBytes(2, payload);
      one.executeUpdate();
    }
  }

  @Override
  public void submitAll(int tasks) throws SQLException {
    for (int from = 0; from < tasks; from += BATCH) {
      int size = Math.min(BATCH, tasks - from);
      long[] due = new long[size];
      byte[][] payloads = new byte[size][];
      Arrays.fill(due, DUE + from / BATCH);
      Arrays.fill(payloads, payload);
      many.setObject(1, due);
      many.setObject(2, payloads);
      many.executeUpdate();
    }
  }

  @Override
  public void settle() throws SQLException {
    Statements.execute(database, "VACUUM ANALYZE raw_task", "CHECKPOINT");
  }

  @Override
  public void drain(int tasks) throws SQLException {
    long[] done = new long[0];
    int count = 0;
    while (count < tasks || done.length > 0) {
      next.setObject(1, done);
      next.setLong(2, Long.MAX_VALUE);
      next.setInt(3, CLAIMED);
      done = execute();
      count += done.length;
    }
  }

  /** Executing a task is to have its payload. */
  private long[] execute() throws SQLException {
    long[] ids = new long[CLAIMED];
    int size = 0;
    try (ResultSet rows = next.executeQuery()) {
      while (rows.next()) {
        ids[size++] = rows.getLong(1);
        if (rows.getBytes(2).length != PAYLOAD_BYTES) {
          throw new IllegalStateException("a task has lost its payload");
        }
      }
    }
    return size == CLAIMED ? ids : Arrays.copyOf(ids, size);
  }

  @Override
  public void rest() {
    // nothing goes on
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("a connection does not close", e);
    }
  }
}
