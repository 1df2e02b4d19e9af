package dev.tare.scheduler.store.jdbc.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.connection.Session;
import dev.tare.scheduler.store.connection.Sql;
import dev.tare.scheduler.store.jdbc.run.JdbcTaskRunRepository;
import dev.tare.scheduler.testkit.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A worker that starts on a new database plans its statements when there are no runs, and goes on
 * by these plans when there are many: it is still to find what it ends and begins by its key.
 */
class LoopPlansTest {
  private static final Sql FLUSH = Sql.of("SELECT pg_stat_force_next_flush()");
  private static final String READ_WHOLE =
      "SELECT seq_tup_read FROM pg_stat_user_tables WHERE relname = 'task_run'";
  private static final long NOW = 1_800_000_000_000L;
  private static final int RUNS = 2_000;
  private static final int BATCH = 100;

  private final Database database = Database.of("embedded");

  @BeforeEach
  void startEmpty() {
    database.empty();
  }

  @Test
  void batches_areFoundByTheirKeys() throws SQLException {
    assertThat(readWhole(null)).isLessThan(RUNS);
  }

  @Test
  void batchesWithResults_areFoundByTheirKeys() throws SQLException {
    assertThat(readWhole(Bytes.of(new byte[] {1, 2, 3}))).isLessThan(RUNS);
  }

  /** How many runs were read by a loop that read a table whole, once it has executed all. */
  private long readWhole(@Nullable Bytes result) throws SQLException {
    try (PinnedSessions sessions = new PinnedSessions(DataSources.physical(database.url()))) {
      TaskRunRepository runs = new JdbcTaskRunRepository(sessions, database.dialect());
      runs.create(NewRun.onDemand(1, 1, NOW, null), NOW);
      execute(runs, result);
      runs.createAll(Collections.nCopies(RUNS, NewRun.onDemand(1, 1, NOW, null)), NOW);
      flush(sessions);
      long before = count();
      execute(runs, result);
      flush(sessions);
      return count() - before;
    }
  }

  private static void execute(TaskRunRepository runs, @Nullable Bytes result) {
    List<ClaimedRun> held = runs.claim("w", TypeSet.ALL, BATCH, NOW);
    while (!held.isEmpty()) {
      List<Completion> ended = held.stream()
          .map(run ->
              new Completion(run.id(), run.attempt(), RunStatus.COMPLETED, NOW, result, null))
          .toList();
      held = runs.completeAndClaim(ended, "w", TypeSet.of(1), BATCH, NOW).claimed();
    }
    runs.complete(List.of(new Completion(1, 1, RunStatus.COMPLETED, NOW, result, null)));
    runs.requeueExcept("w", new long[0], new int[0]);
  }

  private static void flush(PinnedSessions sessions) throws SQLException {
    try (Session session = sessions.open()) {
      session.prepare(FLUSH).executeQuery().close();
    }
  }

  private long count() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        ResultSet rows = connection.createStatement().executeQuery(READ_WHOLE)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
