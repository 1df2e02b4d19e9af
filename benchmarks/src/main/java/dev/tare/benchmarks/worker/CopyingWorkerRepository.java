package dev.tare.benchmarks.worker;

import dev.tare.benchmarks.run.RunEntity;
import dev.tare.benchmarks.store.CopyingIdText;
import dev.tare.benchmarks.store.CopyingStatements;
import dev.tare.benchmarks.store.CopyingTransactions;
import dev.tare.benchmarks.store.ErrorContext;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.worker.Heartbeat;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.Worker;
import dev.tare.scheduler.model.worker.WorkerLoad;
import dev.tare.scheduler.model.worker.WorkerState;
import dev.tare.scheduler.model.worker.WorkerStatus;
import dev.tare.scheduler.store.WorkerRepository;
import dev.tare.scheduler.store.connection.Dialect;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: the worker table as a careful team without a profiler keeps it. A change reads the
 * entity, makes a changed copy, and writes it back; a question reads whole entities and filters
 * them.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>an entity for every row, each column taken by name, and its types split out of their text
 *       into a list of boxes: the object-relational row mapper;
 *   <li>a second entity for every change, a heartbeat included: the immutable update
 *       ({@code clone()}, then set);
 *   <li>a third object for the caller: the entity mapped to the port's own type;
 *   <li>every worker that is alive, to find those of a type, and every run that is held, to count
 *       them: the filter in memory;
 *   <li>heartbeats collected into a map: the grouped batch;
 *   <li>parameters boxed into an array, a map of context copied for each entry, lists mapped by
 *       streams: see {@link dev.tare.benchmarks.run.CopyingTaskRunRepository}.
 * </ul>
 */
public final class CopyingWorkerRepository implements WorkerRepository {
  private static final String ALL = "SELECT * FROM worker";
  private static final String BY_ID = ALL + " WHERE id = ?";
  private static final String IN_ORDER = " ORDER BY id";
  private static final String HELD = "SELECT * FROM task_run WHERE status IN (1, 2)";
  private static final String INSERT = "INSERT INTO worker (id, hostname, ip, types,"
      + " max_concurrent, running, status, last_heartbeat, registered_at)"
      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
      + " hostname = excluded.hostname, ip = excluded.ip, types = excluded.types,"
      + " max_concurrent = excluded.max_concurrent, running = excluded.running,"
      + " status = excluded.status, last_heartbeat = excluded.last_heartbeat,"
      + " registered_at = excluded.registered_at";
  private static final String UPDATE = "UPDATE worker SET hostname = ?, ip = ?, types = ?,"
      + " max_concurrent = ?, running = ?, status = ?, last_heartbeat = ?, registered_at = ?"
      + " WHERE id = ?";

  private final CopyingTransactions transactions;
  private final String locking;

  /** Over a pool of connections, in the dialect of their database. */
  public CopyingWorkerRepository(DataSource pool, Dialect dialect) {
    this.transactions = new CopyingTransactions(pool);
    this.locking = dialect == Dialect.POSTGRESQL ? " FOR UPDATE" : "";
  }

  @Override
  public void register(NewWorker worker, long now) {
    ErrorContext context = context("register").with("workerId", worker.id());
    WorkerEntity entity = WorkerEntity.registered(worker, Instant.ofEpochMilli(now));
    transactions.write(
        context,
        statements -> statements.update(
            INSERT,
            entity.id(),
            entity.hostname(),
            entity.ip(),
            entity.typesColumn(),
            entity.maxConcurrent(),
            entity.running(),
            entity.status().code(),
            entity.lastHeartbeat().toEpochMilli(),
            entity.registeredAt().toEpochMilli()));
  }

  @Override
  public boolean unregister(String workerId) {
    ErrorContext context = context("unregister").with("workerId", workerId);
    return transactions.write(
        context, statements -> statements.update("DELETE FROM worker WHERE id = ?", workerId) == 1);
  }

  @Override
  public Optional<Worker> byId(String workerId) {
    ErrorContext context = context("byId").with("workerId", workerId);
    return transactions.read(
        context,
        statements ->
            statements.first(BY_ID, WorkerEntity::read, workerId).map(WorkerEntity::toWorker));
  }

  @Override
  public boolean update(NewWorker worker) {
    ErrorContext context = context("update").with("workerId", worker.id());
    return transactions.write(context, statements -> {
      Optional<WorkerEntity> found = lock(statements, worker.id());
      if (found.isEmpty()) {
        return false;
      }
      save(statements, found.get().withDescription(worker));
      return true;
    });
  }

  @Override
  public Page<Worker> list(PageRequest page) {
    ErrorContext context = context("list").with("page", page);
    return transactions.read(context, statements -> {
      List<WorkerEntity> entities = statements.query(
          ALL + IN_ORDER + " LIMIT ? OFFSET ?", WorkerEntity::read, page.size(), page.offset());
      Long total = statements.number("SELECT COUNT(*) FROM worker");
      return Page.of(page, toWorkers(entities), total);
    });
  }

  @Override
  public List<Worker> alive() {
    return toWorkers(select(context("alive"), " WHERE status = 0" + IN_ORDER));
  }

  @Override
  public List<Worker> byType(int typeId) {
    ErrorContext context = context("byType").with("typeId", typeId);
    return select(context, " WHERE status = 0" + IN_ORDER).stream()
        .filter(worker -> worker.supports(typeId))
        .map(WorkerEntity::toWorker)
        .toList();
  }

  @Override
  public boolean heartbeat(String workerId, int running, long at) {
    ErrorContext context = context("heartbeat").with("workerId", workerId).with("at", at);
    return transactions.write(context, statements -> {
      Optional<WorkerEntity> found = lock(statements, workerId);
      if (found.isPresent()) {
        renew(statements, found.get(), new Heartbeat(workerId, running, at));
      }
      return found.isPresent();
    });
  }

  @Override
  public int heartbeats(List<Heartbeat> heartbeats) {
    ErrorContext context = context("heartbeats").with("heartbeats", heartbeats.size());
    Map<String, Heartbeat> latest = heartbeats.stream()
        .collect(Collectors.toMap(
            Heartbeat::workerId, h -> h, (a, b) -> b.at() >= a.at() ? b : a, TreeMap::new));
    return transactions.write(context, statements -> {
      List<String> renewed = new ArrayList<>();
      for (Heartbeat heartbeat : latest.values()) {
        Optional<WorkerEntity> found = lock(statements, heartbeat.workerId());
        if (found.isPresent() && renew(statements, found.get(), heartbeat)) {
          renewed.add(heartbeat.workerId());
        }
      }
      return renewed.size();
    });
  }

  private static boolean renew(
      CopyingStatements statements, WorkerEntity worker, Heartbeat heartbeat) throws SQLException {
    Instant at = Instant.ofEpochMilli(heartbeat.at());
    if (at.isBefore(worker.lastHeartbeat())) {
      return false;
    }
    save(statements, worker.heard(heartbeat.running(), at));
    return true;
  }

  @Override
  public List<Worker> timedOut(long heardBefore) {
    ErrorContext context = context("timedOut").with("heardBefore", heardBefore);
    return toWorkers(
        select(context, " WHERE status = 0 AND last_heartbeat < ?" + IN_ORDER, heardBefore));
  }

  @Override
  public boolean markOffline(String workerId, long heardBefore) {
    ErrorContext context = context("markOffline").with("workerId", workerId);
    Instant limit = Instant.ofEpochMilli(heardBefore);
    return transactions.write(context, statements -> {
      Optional<WorkerEntity> silent = lock(statements, workerId)
          .filter(worker -> worker.status() == WorkerStatus.ALIVE)
          .filter(worker -> worker.lastHeartbeat().isBefore(limit));
      if (silent.isEmpty()) {
        return false;
      }
      save(statements, silent.get().withStatus(WorkerStatus.DOWN));
      return true;
    });
  }

  @Override
  public List<WorkerLoad> loadStats() {
    return transactions.read(context("loadStats"), statements -> {
      List<WorkerEntity> workers = statements.query(ALL + IN_ORDER, WorkerEntity::read);
      Map<String, List<RunEntity>> held = statements.query(HELD, RunEntity::read).stream()
          .collect(Collectors.groupingBy(run -> String.valueOf(run.workerId())));
      return workers.stream()
          .map(worker -> load(worker, held.getOrDefault(worker.id(), List.of())))
          .toList();
    });
  }

  private static WorkerLoad load(WorkerEntity worker, List<RunEntity> held) {
    long running =
        held.stream().filter(run -> run.status() == RunStatus.RUNNING).count();
    return new WorkerLoad(
        worker.id(), worker.status(), worker.maxConcurrent(), (int) (held.size() - running), (int)
            running);
  }

  @Override
  public List<WorkerState> batchStatus(Collection<String> workerIds) {
    if (workerIds.isEmpty()) {
      return List.of();
    }
    ErrorContext context = context("batchStatus").with("workers", workerIds.size());
    String condition = " WHERE id IN " + CopyingIdText.placeholders(workerIds.size());
    return select(context, condition + IN_ORDER, workerIds.toArray()).stream()
        .map(WorkerEntity::toState)
        .toList();
  }

  @Override
  public int forget(long heardBefore) {
    ErrorContext context = context("forget").with("heardBefore", heardBefore);
    return transactions.write(
        context,
        statements -> statements.update(
            "DELETE FROM worker WHERE status = 1 AND last_heartbeat < ?", heardBefore));
  }

  private List<WorkerEntity> select(
      ErrorContext context, String condition, @Nullable Object... parameters) {
    return transactions.read(
        context, statements -> statements.query(ALL + condition, WorkerEntity::read, parameters));
  }

  private Optional<WorkerEntity> lock(CopyingStatements statements, String workerId)
      throws SQLException {
    return statements.first(BY_ID + locking, WorkerEntity::read, workerId);
  }

  private static void save(CopyingStatements statements, WorkerEntity worker) throws SQLException {
    statements.update(
        UPDATE,
        worker.hostname(),
        worker.ip(),
        worker.typesColumn(),
        worker.maxConcurrent(),
        worker.running(),
        worker.status().code(),
        worker.lastHeartbeat().toEpochMilli(),
        worker.registeredAt().toEpochMilli(),
        worker.id());
  }

  private static List<Worker> toWorkers(List<WorkerEntity> entities) {
    return entities.stream().map(WorkerEntity::toWorker).toList();
  }

  private static ErrorContext context(String operation) {
    return ErrorContext.of("worker", operation);
  }
}
