package dev.tare.scheduler.store.jdbc.worker;

import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.worker.Heartbeat;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.Worker;
import dev.tare.scheduler.model.worker.WorkerLoad;
import dev.tare.scheduler.model.worker.WorkerState;
import dev.tare.scheduler.store.WorkerRepository;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.jdbc.IdText;
import dev.tare.scheduler.store.jdbc.Lists;
import dev.tare.scheduler.store.jdbc.Subject;
import dev.tare.scheduler.store.jdbc.Table;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The worker table over JDBC. As safe for threads as its sessions are: any thread, with either. */
public final class JdbcWorkerRepository implements WorkerRepository {
  private final Table table;
  private final Dialect dialect;
  private final WorkerSql sql;
  private final Lists lists;

  /** Over these sessions, in the dialect of their database. */
  public JdbcWorkerRepository(Sessions sessions, Dialect dialect) {
    this.table = new Table(sessions, "worker");
    this.dialect = dialect;
    this.sql = WorkerSql.of(dialect);
    this.lists = Lists.of(dialect);
  }

  @Override
  public void register(NewWorker worker, long now) {
    table.update("register", worker.id(), sql.register, statement -> {
      statement.setString(1, worker.id());
      statement.setString(2, worker.hostname());
      statement.setString(3, worker.ip());
      statement.setString(4, IdText.of(worker.types()));
      statement.setInt(5, worker.maxConcurrent());
      statement.setLong(6, now);
      statement.setLong(7, now);
    });
  }

  @Override
  public boolean unregister(String workerId) {
    return table.update("unregister", workerId, sql.unregister, s -> s.setString(1, workerId)) == 1;
  }

  @Override
  public Optional<Worker> byId(String workerId) {
    return table.first(
        "byId", workerId, sql.byId, s -> s.setString(1, workerId), WorkerRows::worker);
  }

  @Override
  public boolean update(NewWorker worker) {
    int updated = table.update("update", worker.id(), sql.update, statement -> {
      statement.setString(1, worker.hostname());
      statement.setString(2, worker.ip());
      statement.setString(3, IdText.of(worker.types()));
      statement.setInt(4, worker.maxConcurrent());
      statement.setString(5, worker.id());
    });
    return updated == 1;
  }

  @Override
  public Page<Worker> list(PageRequest page) {
    return table.work("list", Subject.of("page", page.page()), session -> {
      PreparedStatement select = session.prepare(sql.list);
      select.setInt(1, page.size());
      select.setLong(2, page.offset());
      List<Worker> items = Table.rows(select, WorkerRows::worker);
      return Page.of(page, items, Table.number(session, sql.count, statement -> {}));
    });
  }

  @Override
  public List<Worker> alive() {
    return table.list("alive", "all", sql.alive, statement -> {}, WorkerRows::worker);
  }

  @Override
  public List<Worker> byType(int typeId) {
    return table.list("byType", typeId, sql.byType, s -> s.setInt(1, typeId), WorkerRows::worker);
  }

  @Override
  public boolean heartbeat(String workerId, int running, long at) {
    return table.work("heartbeat", workerId, session -> {
      PreparedStatement update = session.prepare(sql.heartbeat);
      bind(update, workerId, running, at);
      return update.executeUpdate() == 1
          || Table.number(session, sql.exists, s -> s.setString(1, workerId)) == 1;
    });
  }

  @Override
  public int heartbeats(List<Heartbeat> heartbeats) {
    if (heartbeats.isEmpty()) {
      return 0;
    }
    WorkerHeartbeats batch = new WorkerHeartbeats(sql, heartbeats);
    Subject subject = Subject.of("batch of", heartbeats.size());
    return dialect == Dialect.POSTGRESQL
        ? table.<Integer>work("heartbeats", subject, batch::byArrays)
        : table.<Integer>transaction("heartbeats", subject, batch::byLoop);
  }

  @Override
  public List<Worker> timedOut(long heardBefore) {
    return table.list(
        "timedOut", heardBefore, sql.timedOut, s -> s.setLong(1, heardBefore), WorkerRows::worker);
  }

  @Override
  public boolean markOffline(String workerId, long heardBefore) {
    int marked = table.update("markOffline", workerId, sql.markOffline, statement -> {
      statement.setString(1, workerId);
      statement.setLong(2, heardBefore);
    });
    return marked == 1;
  }

  @Override
  public List<WorkerLoad> loadStats() {
    return table.list("loadStats", "all", sql.loadStats, statement -> {}, WorkerRows::load);
  }

  @Override
  public List<WorkerState> batchStatus(Collection<String> workerIds) {
    return table.list(
        "batchStatus",
        Subject.of("batch of", workerIds.size()),
        sql.batchStatus,
        statement -> lists.bind(statement, 1, workerIds),
        WorkerRows::state);
  }

  @Override
  public int forget(long heardBefore) {
    return table.update("forget", heardBefore, sql.forget, s -> s.setLong(1, heardBefore));
  }

  static void bind(PreparedStatement heartbeat, String workerId, int running, long at)
      throws SQLException {
    heartbeat.setLong(1, at);
    heartbeat.setInt(2, running);
    heartbeat.setString(3, workerId);
    heartbeat.setLong(4, at);
  }
}
