package dev.tare.scheduler.store.jdbc.worker;

import dev.tare.scheduler.model.worker.Heartbeat;
import dev.tare.scheduler.store.connection.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Heartbeats, a batch at once: here the dialects part. */
record WorkerHeartbeats(WorkerSql sql, List<Heartbeat> heartbeats) {

  int byArrays(Session session) throws SQLException {
    int size = heartbeats.size();
    String[] workers = new String[size];
    int[] running = new int[size];
    long[] instants = new long[size];
    for (int i = 0; i < size; i++) {
      Heartbeat heartbeat = heartbeats.get(i);
      workers[i] = heartbeat.workerId();
      running[i] = heartbeat.running();
      instants[i] = heartbeat.at();
    }
    PreparedStatement update = session.prepare(sql.heartbeats);
    update.setObject(1, workers);
    update.setObject(2, running);
    update.setObject(3, instants);
    return update.executeUpdate();
  }

  int byLoop(Session session) throws SQLException {
    int renewed = 0;
    PreparedStatement update = session.prepare(sql.heartbeat);
    for (int i = 0; i < heartbeats.size(); i++) {
      if (isLatest(i)) {
        Heartbeat heartbeat = heartbeats.get(i);
        JdbcWorkerRepository.bind(
            update, heartbeat.workerId(), heartbeat.running(), heartbeat.at());
        renewed += update.executeUpdate();
      }
    }
    return renewed;
  }

  /** No other of the same worker is later; a batch is short. */
  private boolean isLatest(int index) {
    Heartbeat heartbeat = heartbeats.get(index);
    for (int i = 0; i < heartbeats.size(); i++) {
      Heartbeat other = heartbeats.get(i);
      if (other.workerId().equals(heartbeat.workerId())
          && (other.at() > heartbeat.at() || (other.at() == heartbeat.at() && i > index))) {
        return false;
      }
    }
    return true;
  }
}
