package dev.tare.benchmarks.peers;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import dev.tare.scheduler.testkit.Database;
import java.sql.SQLException;

/** The table of db-scheduler as its documentation gives it, and payloads as they are. */
final class DbSchedulerTable {
  static final Serializer AS_IT_IS = new Serializer() {
    @Override
    public byte[] serialize(Object data) {
      return (byte[]) data;
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] data) {
      return type.cast(data);
    }
  };

  private DbSchedulerTable() {}

  static void create(Database database) throws SQLException {
    Statements.execute(
        database,
        "CREATE TABLE IF NOT EXISTS scheduled_tasks (task_name TEXT NOT NULL,"
            + " task_instance TEXT NOT NULL, task_data BYTEA,"
            + " execution_time TIMESTAMP WITH TIME ZONE NOT NULL, picked BOOLEAN NOT NULL,"
            + " picked_by TEXT, last_success TIMESTAMP WITH TIME ZONE,"
            + " last_failure TIMESTAMP WITH TIME ZONE, consecutive_failures INT,"
            + " last_heartbeat TIMESTAMP WITH TIME ZONE, version BIGINT NOT NULL,"
            + " priority SMALLINT, PRIMARY KEY (task_name, task_instance))",
        "CREATE INDEX IF NOT EXISTS execution_time_idx ON scheduled_tasks (execution_time)",
        "CREATE INDEX IF NOT EXISTS last_heartbeat_idx ON scheduled_tasks (last_heartbeat)");
  }

  static void empty(Database database) throws SQLException {
    Statements.execute(database, "TRUNCATE scheduled_tasks", "CHECKPOINT");
  }
}
