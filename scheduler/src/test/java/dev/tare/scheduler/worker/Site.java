package dev.tare.scheduler.worker;

import dev.tare.scheduler.auth.ManualClock;
import dev.tare.scheduler.listener.ListenerSettings;
import dev.tare.scheduler.listener.StateListener;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.WorkerRepository;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.connection.PooledSessions;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.jdbc.run.JdbcTaskRunRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskTypes;
import dev.tare.scheduler.store.jdbc.worker.JdbcWorkerRepository;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;
import dev.tare.scheduler.worker.executor.ResourceLimits;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An empty database with workers on it, each over a connection of its own, and a clock to move. */
final class Site implements AutoCloseable {
  static final ListenerSettings LISTENER = new ListenerSettings(256, 50, 2, 1, 50);

  static final long RETRY_MILLIS = 5000;

  final Database database;
  final ManualClock clock = ManualClock.at("2027-01-15T08:00:00Z");
  final ExecutorRegistry executors = new ExecutorRegistry();
  final TaskRunRepository runs;
  final TaskRepository tasks;
  final WorkerRepository workers;
  final JdbcTaskTypes types;
  private final Map<Long, Task> known = new ConcurrentHashMap<>();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private final Map<String, StateListener> listeners = new ConcurrentHashMap<>();
  private final AtomicInteger names = new AtomicInteger();

  Site(String specification) {
    database = Database.of(specification).empty();
    var pool = DataSources.pooled(database.url(), 2);
    Sessions sessions = new PooledSessions(pool);
    opened.add(pool);
    runs = new JdbcTaskRunRepository(sessions, database.dialect());
    types = new JdbcTaskTypes(sessions);
    tasks = new JdbcTaskRepository(sessions, database.dialect(), types);
    workers = new JdbcWorkerRepository(sessions, database.dialect());
  }

  /** A worker with four threads that asks for runs every 20 ms, on a store that a test may bend. */
  Worker worker(String id, UnaryOperator<TaskRunRepository> bent) {
    return worker(settings(id, 20), bent);
  }

  Worker worker(WorkerSettings settings, UnaryOperator<TaskRunRepository> bent) {
    return worker(settings, LISTENER, bent);
  }

  Worker worker(
      WorkerSettings settings, ListenerSettings listening, UnaryOperator<TaskRunRepository> bent) {
    Sessions own = new PinnedSessions(DataSources.physical(database.url()));
    TaskRunRepository ownRuns =
        bent.apply(new JdbcTaskRunRepository(own, database.dialect(), retryCount -> RETRY_MILLIS));
    WorkerRepository ownWorkers = new JdbcWorkerRepository(own, database.dialect());
    StateListener listener = new StateListener(ownRuns, ownWorkers, listening);
    Worker worker =
        new Worker(settings, ownRuns, ownWorkers, types, known::get, executors, listener, clock);
    listeners.put(settings.id(), listener);
    opened.add(own);
    opened.add(listener);
    opened.add(() -> worker.close(Duration.ofSeconds(5)));
    return worker;
  }

  Worker started(String id) {
    Worker worker = worker(id, UnaryOperator.identity());
    worker.start();
    return worker;
  }

  static WorkerSettings settings(String id, long pollMillis) {
    return settings(id, 4, pollMillis);
  }

  static WorkerSettings settings(String id, int threads, long pollMillis) {
    return new WorkerSettings(
        id,
        "host",
        "::1",
        threads,
        50,
        pollMillis,
        20_000,
        80_000,
        10_000,
        Map.of(),
        null,
        ResourceLimits.DEFAULT);
  }

  /** A task of a type of its own, whose runs this executor executes; ten seconds a run. */
  Task task(TaskExecutor executor) {
    return task(executor, 0);
  }

  Task task(TaskExecutor executor, int maxRetries) {
    String name = "task" + names.incrementAndGet();
    executors.register(name, executor);
    Task task = tasks.create(
        NewTask.builder(name, name).timeoutSeconds(10).maxRetries(maxRetries).build(),
        0,
        clock.millis());
    known.put(task.id(), task);
    return task;
  }

  long submit(Task task) {
    return runs.create(NewRun.onDemand(task.id(), task.typeId(), clock.millis(), null), 0);
  }

  /** Submits so many runs, each with a payload of its own. */
  long[] submit(Task task, int count) {
    List<NewRun> batch = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Bytes payload = Bytes.of(new byte[] {(byte) i, (byte) (i >> 8)});
      batch.add(NewRun.onDemand(task.id(), task.typeId(), clock.millis(), payload));
    }
    return runs.createAll(batch, clock.millis());
  }

  TaskRun run(long id) {
    return runs.byId(id).orElseThrow();
  }

  void awaitStatus(long id, RunStatus status) {
    Eventually.await("run " + id + " is " + status, () -> run(id).status() == status);
  }

  StateListener listener(String workerId) {
    return Objects.requireNonNull(listeners.get(workerId));
  }

  void awaitWorker(String id) {
    Eventually.await("worker " + id + " is there", () -> workers.byId(id).isPresent());
  }

  void awaitHeartbeat(String id) {
    Eventually.await(
        "a heartbeat of " + id,
        () -> workers.byId(id).orElseThrow().lastHeartbeat() == clock.millis());
  }

  long count(RunStatus status) {
    RunStats stats = runs.stats(0);
    return switch (status) {
      case PENDING -> stats.pending();
      case DISPATCHED -> stats.dispatched();
      case RUNNING -> stats.running();
      case COMPLETED -> stats.completed();
      case FAILED -> stats.failed();
      case TIMEOUT -> stats.timedOut();
      case CANCELLED -> stats.cancelled();
    };
  }

  void awaitCount(RunStatus status, long count) {
    Eventually.await(count + " runs are " + status, () -> count(status) == count);
  }

  @Override
  public void close() {
    for (int i = opened.size() - 1; i >= 0; i--) {
      try {
        opened.get(i).close();
      } catch (Exception e) {
        throw new IllegalStateException("can not close what the test opened", e);
      }
    }
  }
}
