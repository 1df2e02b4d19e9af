package dev.tare.benchmarks.peers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.testkit.Database;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * db-scheduler as it executes soonest what its own process submits: with immediate execution, lock
 * and fetch, and ten threads. Submitting is safe from any thread.
 */
public final class ImmediateDbScheduler implements AutoCloseable {
  private static final int THREADS = 10;

  private final HikariDataSource pool;
  private final OneTimeTask<byte[]> task;
  private final Scheduler scheduler;
  private final AtomicLong next = new AtomicLong();

  /** Starts over an emptied table. */
  public ImmediateDbScheduler(Database database, Consumer<byte[]> body) throws SQLException {
    DbSchedulerTable.create(database);
    DbSchedulerTable.empty(database);
    pool = DataSources.pooled(database.url(), THREADS + 2);
    task = Tasks.oneTime("latency", byte[].class)
        .execute((instance, context) -> body.accept(instance.getData()));
    scheduler = Scheduler.create(pool, task)
        .threads(THREADS)
        .pollUsingLockAndFetch(0.5, 1.0)
        .enableImmediateExecution()
        .serializer(DbSchedulerTable.AS_IT_IS)
        .build();
    scheduler.start();
  }

  /** Submits a task to begin now; it is committed when this returns. */
  public void submit(byte[] payload) {
    scheduler.scheduleIfNotExists(
        task.instance(Long.toString(next.getAndIncrement()), payload), Instant.now());
  }

  @Override
  public void close() {
    scheduler.stop();
    pool.close();
  }
}
