package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.store.connection.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * SQLite: the database is in this process, so a loop in one transaction has no round trips to save.
 */
final class LoopRunBatches implements RunBatches {
  private final RunSql sql;

  LoopRunBatches(RunSql sql) {
    this.sql = sql;
  }

  @Override
  public long[] create(Session session, List<NewRun> runs, long now) throws SQLException {
    long[] ids = new long[runs.size()];
    session.begin();
    PreparedStatement insert = session.prepare(sql.create);
    for (int i = 0; i < ids.length; i++) {
      ids[i] = RunRows.create(insert, runs.get(i), now);
    }
    session.commit();
    return ids;
  }

  @Override
  public int createDue(Session session, List<NewRun> runs, long now) throws SQLException {
    int created = 0;
    session.begin();
    PreparedStatement insert = session.prepare(sql.createDue);
    for (int i = 0; i < runs.size(); i++) {
      RunRows.bind(insert, runs.get(i), now);
      created += insert.executeUpdate();
    }
    session.commit();
    return created;
  }

  @Override
  public int complete(Session session, List<Completion> completions) throws SQLException {
    int accepted = 0;
    session.begin();
    PreparedStatement update = session.prepare(sql.complete);
    for (int i = 0; i < completions.size(); i++) {
      Completion completion = completions.get(i);
      update.setInt(1, completion.status().code());
      update.setLong(2, completion.completedAt());
      update.setBytes(3, RunRows.array(completion.result()));
      update.setString(4, completion.errorMessage());
      update.setLong(5, completion.runId());
      update.setInt(6, completion.attempt());
      accepted += update.executeUpdate();
    }
    session.commit();
    return accepted;
  }
}
