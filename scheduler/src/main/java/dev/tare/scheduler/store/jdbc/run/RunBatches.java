package dev.tare.scheduler.store.jdbc.run;

import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.store.connection.Session;
import java.sql.SQLException;
import java.util.List;

/** The operations on many runs at once, which is where the dialects part. */
interface RunBatches {

  /** Creates all or none; ids in the order of {@code runs}. */
  long[] create(Session session, List<NewRun> runs, long now) throws SQLException;

  /** Creates those due runs that do not exist yet; returns how many. */
  int createDue(Session session, List<NewRun> runs, long now) throws SQLException;

  /** Completes all or none; returns how many were accepted. */
  int complete(Session session, List<Completion> completions) throws SQLException;
}
