package dev.tare.scheduler;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.breaker.CircuitBreaker;
import dev.tare.scheduler.breaker.guard.GuardedTaskRepository;
import dev.tare.scheduler.breaker.guard.GuardedTaskRunRepository;
import dev.tare.scheduler.breaker.guard.GuardedWorkerRepository;
import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.store.RetryDelay;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.TaskTypes;
import dev.tare.scheduler.store.WorkerRepository;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Migrations;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.connection.PooledSessions;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.jdbc.run.JdbcTaskRunRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskTypes;
import dev.tare.scheduler.store.jdbc.worker.JdbcWorkerRepository;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One database, open: its repositories behind one circuit breaker, for they fail together. Callers
 * share a pool; the worker's loop has a connection of its own, so that it never waits for theirs,
 * unless the pool is the embedding program's: of that nothing is kept.
 */
final class Stores implements AutoCloseable {
  final Dialect dialect;
  final CircuitBreaker breaker;
  final Sessions shared;

  /** Makes connections that may be kept; absent if there is nothing but somebody else's pool. */
  final @Nullable DataSource physical;

  final TaskTypes types;
  final TaskRepository tasks;
  final TaskRunRepository runs;
  final WorkerRepository workers;

  /** The same tables, for the worker's loop. */
  final TaskRunRepository workerRuns;

  final WorkerRepository workerLeases;

  /**
   * One connection for what a node does by itself now and then: a pool's would be tested each time.
   */
  final Sessions upkeep;

  /** The same tables, for the dispatcher. */
  final TaskRepository dispatchedTasks;

  final TaskRunRepository dispatchedRuns;
  final WorkerRepository watchedWorkers;

  private final Sessions loop;
  private final @Nullable HikariDataSource pool;

  private Stores(
      Dialect dialect,
      DataSource callers,
      @Nullable DataSource physical,
      @Nullable HikariDataSource pool,
      BreakerPolicy policy,
      RetryDelay retry) {
    this.dialect = dialect;
    this.pool = pool;
    this.physical = physical;
    breaker = new CircuitBreaker("database", policy);
    shared = new PooledSessions(callers);
    loop = physical == null ? shared : new PinnedSessions(physical);
    upkeep = physical == null || dialect == Dialect.SQLITE // which tests its own for nothing
        ? shared
        : PinnedSessions.planningAsUsual(physical);
    JdbcTaskTypes names = new JdbcTaskTypes(shared);
    types = names;
    tasks = tasks(shared, names);
    runs = runs(shared, retry);
    workers = workers(shared);
    workerRuns = runs(loop, retry);
    workerLeases = workers(loop);
    dispatchedTasks = tasks(upkeep, names);
    dispatchedRuns = runs(upkeep, retry);
    watchedWorkers = workers(upkeep);
  }

  private TaskRepository tasks(Sessions sessions, JdbcTaskTypes names) {
    return new GuardedTaskRepository(new JdbcTaskRepository(sessions, dialect, names), breaker);
  }

  private TaskRunRepository runs(Sessions sessions, RetryDelay retry) {
    return new GuardedTaskRunRepository(
        new JdbcTaskRunRepository(sessions, dialect, retry), breaker);
  }

  private WorkerRepository workers(Sessions sessions) {
    return new GuardedWorkerRepository(new JdbcWorkerRepository(sessions, dialect), breaker);
  }

  /** Opens a database by its URL, and brings it to this version's schema. */
  static Stores of(String url, int connections, BreakerPolicy policy, RetryDelay retry) {
    Dialect dialect = Dialect.ofUrl(url);
    HikariDataSource pool;
    try {
      pool = DataSources.pooled(url, connections);
    } catch (PoolInitializationException e) {
      throw unreachable(url, e);
    }
    try {
      Migrations.apply(pool, dialect);
      return new Stores(dialect, pool, DataSources.physical(url), pool, policy, retry);
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
  }

  private static StorageException unreachable(String url, PoolInitializationException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return new StorageException(
        "no connection to " + DataSources.shown(url) + ": " + cause.getMessage()
            + " Check that it runs, and the user and password.",
        true,
        e);
  }

  /**
   * Over a pool that stays its owner's: its connections are taken for the moment.
   *
   * @param kept where to get those that are kept; absent if none is to be
   */
  static Stores of(
      DataSource source,
      @Nullable DataSource kept,
      Dialect dialect,
      BreakerPolicy policy,
      RetryDelay retry) {
    Migrations.apply(source, dialect);
    return new Stores(dialect, source, kept, null, policy, retry);
  }

  @Override
  public void close() {
    loop.close();
    upkeep.close();
    if (pool != null) {
      pool.close();
    }
  }
}
