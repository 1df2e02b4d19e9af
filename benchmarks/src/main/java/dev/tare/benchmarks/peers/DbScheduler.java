package dev.tare.benchmarks.peers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.testkit.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * db-scheduler, with the best settings that were found for it: lock and fetch, ten threads, limits
 * 4 and 20, payloads as they are, inserts rewritten by the driver. It deletes a task that has been
 * executed, where the others keep it.
 */
final class DbScheduler implements Subject {
  private static final int THREADS = 10;
  private final Database database;
  private final HikariDataSource pool;
  private final OneTimeTask<byte[]> task;
  private final SchedulerClient client;
  private final byte[] payload = new byte[PAYLOAD_BYTES];
  private volatile CountDownLatch left = new CountDownLatch(0);
  private @Nullable Scheduler scheduler;

  DbScheduler(Database database) throws SQLException {
    this.database = database;
    DbSchedulerTable.create(database);
    String url = CountingSocketFactory.counted(database.url()) + "&reWriteBatchedInserts=true";
    pool = DataSources.pooled(url, THREADS + 2);
    task = Tasks.oneTime("load", byte[].class)
        .execute((instance, context) -> execute(instance.getData()));
    client = SchedulerClient.Builder.create(pool, task)
        .serializer(DbSchedulerTable.AS_IT_IS)
        .build();
  }

  private void execute(byte[] data) {
    if (data.length != PAYLOAD_BYTES) {
      throw new IllegalStateException("a task has lost its payload");
    }
    left.countDown();
  }

  @Override
  public String name() {
    return "db-scheduler";
  }

  @Override
  public void empty() throws SQLException {
    DbSchedulerTable.empty(database);
  }

  @Override
  public void submit(int tasks) {
    for (int i = 0; i < tasks; i++) {
      client.scheduleIfNotExists(
          task.instance(Integer.toString(i), payload), Instant.ofEpochMilli(1_000));
    }
  }

  @Override
  public void submitAll(int tasks) {
    for (int from = 0; from < tasks; from += BATCH) {
      int size = Math.min(BATCH, tasks - from);
      List<TaskInstance<?>> batch = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        batch.add(task.instance(Integer.toString(from + i), payload));
      }
      client.scheduleBatch(batch, Instant.ofEpochMilli(1_000 + from / BATCH));
    }
  }

  @Override
  public void settle() throws SQLException {
    Statements.execute(database, "VACUUM ANALYZE scheduled_tasks", "CHECKPOINT");
  }

  @Override
  public void drain(int tasks) throws InterruptedException {
    left = new CountDownLatch(tasks);
    Scheduler started = Scheduler.create(pool, task)
        .threads(THREADS)
        .pollUsingLockAndFetch(4, 20)
        .pollingInterval(Duration.ofMillis(100))
        .serializer(DbSchedulerTable.AS_IT_IS)
        .build();
    scheduler = started;
    started.start();
    if (!left.await(10, TimeUnit.MINUTES)) {
      throw new IllegalStateException("db-scheduler has not executed " + left.getCount() + " of "
          + tasks + " tasks within ten minutes");
    }
  }

  @Override
  public void rest() {
    if (scheduler != null) {
      scheduler.stop();
      scheduler = null;
    }
  }

  @Override
  public void close() {
    rest();
    pool.close();
  }
}
