package dev.tare.scheduler.store.jdbc.batch;

import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.Exchange;
import dev.tare.scheduler.store.RetryDelay;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Session;
import java.sql.SQLException;
import java.util.List;

/** The operations of a loop, in a session that is open. Safe for threads with a session each. */
public interface RunBatches {

  /** Those of a dialect. */
  static RunBatches of(Dialect dialect, RetryDelay delay) {
    return dialect == Dialect.POSTGRESQL
        ? new PostgresRunBatches(delay)
        : new SqliteRunBatches(delay);
  }

  /** Creates one; returns its id. */
  long create(Session session, NewRun run, long now) throws SQLException;

  /** Creates all or none; ids in the order of {@code runs}. */
  long[] createAll(Session session, List<NewRun> runs, long now) throws SQLException;

  /** Creates those due runs that do not exist yet; returns how many. */
  int createDue(Session session, List<NewRun> runs, long now) throws SQLException;

  /** Claims the oldest that may start, oldest first. */
  List<ClaimedRun> claim(Session session, String workerId, TypeSet types, int limit, long now)
      throws SQLException;

  /** Completes all or none; returns how many were accepted. */
  int complete(Session session, List<Completion> completions) throws SQLException;

  /** Completes and claims, both or neither. */
  Exchange completeAndClaim(
      Session session,
      List<Completion> completions,
      String workerId,
      TypeSet types,
      int limit,
      long now)
      throws SQLException;
}
