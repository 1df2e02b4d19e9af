package dev.tare.benchmarks.flow;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.api.MemoryApi;
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
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.WorkerRepository;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.worker.WorkerSettings;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;
import dev.tare.scheduler.worker.executor.ResourceLimits;
import java.util.concurrent.TimeUnit;

/**
 * Every copying twin together. Runs are executed on the thread that claims them: what a pool's
 * threads would allocate besides is left out.
 */
final class CopyingFlow implements Flow {
  private static final CachePolicy CACHE = new CachePolicy(TimeUnit.DAYS.toMillis(1), 1000);
  private static final int DAY_MILLIS = (int) TimeUnit.DAYS.toMillis(1);

  private final HikariDataSource pool;
  private final CopyingCommands commands;
  private final MemoryApi api;
  private final CopyingRunLoop loop;
  private final String trigger;

  /** With a task of so many runs. */
  CopyingFlow(String url, int runs) {
    Dialect dialect = Dialect.ofUrl(url);
    pool = DataSources.pooled(url, 2);
    CopyingBreaker breaker = new CopyingBreaker("database", BreakerPolicy.DEFAULT, FlowTask.CLOCK);
    TaskRepository tasks =
        new CopyingGuardedTasks(new CopyingTaskRepository(pool, dialect), breaker);
    TaskRunRepository taskRuns =
        new CopyingGuardedRuns(new CopyingTaskRunRepository(pool, dialect), breaker);
    WorkerRepository workers =
        new CopyingGuardedWorkers(new CopyingWorkerRepository(pool, dialect), breaker);
    CopyingTaskCache cache =
        new CopyingTaskCache(CACHE, id -> tasks.byId(id).orElse(null), FlowTask.CLOCK);
    ExecutorRegistry executors = new ExecutorRegistry();
    executors.register(FlowTask.type(runs), new EchoExecutor());
    Task task = tasks.create(FlowTask.of(runs), 0, FlowTask.CLOCK.millis());
    trigger = FlowTask.trigger(task);
    TypeSet types = TypeSet.of(task.typeId());
    WorkerSettings settings = settings(runs);
    workers.register(
        new NewWorker(settings.id(), settings.hostname(), settings.ip(), types, 2 * runs),
        FlowTask.CLOCK.millis());
    commands = new CopyingCommands(cache::get, taskRuns, FlowTask.CLOCK);
    api = new MemoryApi(
        Variant.COPYING, tasks, taskRuns, commands, (cron, after) -> 0, FlowTask.CLOCK);
    loop = new CopyingRunLoop(
        settings,
        types,
        taskRuns,
        cache::get,
        executors,
        new CopyingStateListener(taskRuns, workers),
        Runnable::run,
        FlowTask.CLOCK);
  }

  private static WorkerSettings settings(int runs) {
    return new WorkerSettings(
        FlowTask.worker(runs),
        "host",
        "127.0.0.1",
        2 * runs,
        2 * runs,
        DAY_MILLIS,
        DAY_MILLIS,
        DAY_MILLIS,
        0,
        FlowTask.ENVIRONMENT,
        null,
        ResourceLimits.DEFAULT);
  }

  @Override
  public MemoryApi api() {
    return api;
  }

  @Override
  public String trigger() {
    return trigger;
  }

  @Override
  public long[] submitted() {
    return commands.submitted();
  }

  @Override
  public void work() {
    int claimed = loop.step();
    if (claimed != submitted().length) {
      throw new IllegalStateException(claimed + " runs were claimed of " + submitted().length);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
