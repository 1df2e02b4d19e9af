package dev.tare.benchmarks.flow;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.benchmarks.breaker.CopyingBreaker;
import dev.tare.benchmarks.breaker.CopyingGuardedRuns;
import dev.tare.benchmarks.breaker.CopyingGuardedTasks;
import dev.tare.benchmarks.breaker.CopyingGuardedWorkers;
import dev.tare.benchmarks.config.CopyingTaskCache;
import dev.tare.benchmarks.listener.CopyingStateListener;
import dev.tare.benchmarks.run.CopyingTaskRunRepository;
import dev.tare.benchmarks.task.CopyingTaskRepository;
import dev.tare.benchmarks.worker.CopyingRunLoop;
import dev.tare.benchmarks.worker.CopyingWorkerRepository;
import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.config.CachePolicy;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.WorkerRepository;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.worker.WorkerSettings;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;
import java.time.Clock;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Every copying twin, put together as the façade puts together what ships. */
public final class CopyingScheduler implements AutoCloseable {
  private static final CachePolicy CACHE = new CachePolicy(TimeUnit.DAYS.toMillis(1), 1000);

  private final Clock clock;
  private final HikariDataSource pool;
  private final TaskRepository tasks;
  private final TaskRunRepository runs;
  private final WorkerRepository workers;
  private final CopyingTaskCache cache;
  private final CopyingCommands commands;

  /** Over a database that has this version's schema, through so many connections. */
  public CopyingScheduler(String url, int connections, Clock clock) {
    this.clock = clock;
    Dialect dialect = Dialect.ofUrl(url);
    pool = DataSources.pooled(url, connections);
    CopyingBreaker breaker = new CopyingBreaker("database", BreakerPolicy.DEFAULT, clock);
    tasks = new CopyingGuardedTasks(new CopyingTaskRepository(pool, dialect), breaker);
    runs = new CopyingGuardedRuns(new CopyingTaskRunRepository(pool, dialect), breaker);
    workers = new CopyingGuardedWorkers(new CopyingWorkerRepository(pool, dialect), breaker);
    cache = new CopyingTaskCache(CACHE, id -> tasks.byId(id).orElse(null), clock);
    commands = new CopyingCommands(cache::get, runs, clock);
  }

  /** Its tasks. */
  public TaskRepository tasks() {
    return tasks;
  }

  /** Its runs. */
  public TaskRunRepository runs() {
    return runs;
  }

  /** Makes runs. */
  public CopyingCommands commands() {
    return commands;
  }

  /** Registers a worker of these types, which does what its steps say. */
  public CopyingRunLoop worker(
      WorkerSettings settings, TypeSet types, ExecutorRegistry executors, Executor threads) {
    workers.register(
        new NewWorker(
            settings.id(), settings.hostname(), settings.ip(), types, settings.concurrency()),
        clock.millis());
    return new CopyingRunLoop(
        settings,
        types,
        runs,
        cache::get,
        executors,
        new CopyingStateListener(runs, workers),
        threads,
        clock);
  }

  @Override
  public void close() {
    pool.close();
  }
}
