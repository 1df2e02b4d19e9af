package dev.tare.benchmarks.peers;

import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.Submission;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.worker.executor.Outcome;
import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The scheduler that ships, with the defaults that it ships with, dispatcher and circuit breaker
 * included. A task has been drained when its end is in the database, where it stays.
 */
final class Ours implements Subject {
  private static final String TYPE = "load";
  private static final long POLL_NANOS = 200_000;

  private final Database database;
  private final String url;
  private final Bytes payload = Bytes.of(new byte[PAYLOAD_BYTES]);
  private Scheduler scheduler;
  private long taskId;

  Ours(Database database) {
    this.database = database;
    this.url = database.dialect() == Dialect.POSTGRESQL
        ? CountingSocketFactory.counted(database.url())
        : database.url();
    this.scheduler = open();
  }

  private Scheduler open() {
    Scheduler opened = Scheduler.builder().database(url).build();
    opened.register(TYPE, Ours::execute);
    return opened;
  }

  private static Outcome execute(TaskExecutionContext run) {
    if (run.parameters().length() != PAYLOAD_BYTES) {
      throw new IllegalStateException("a task has lost its payload");
    }
    return Outcome.DONE;
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public void empty() throws SQLException {
    scheduler.close();
    database.empty();
    if (database.dialect() == Dialect.POSTGRESQL) {
      Statements.execute(database, "CHECKPOINT");
    }
    scheduler = open();
    taskId = scheduler.schedule(NewTask.builder("load", TYPE).build()).id();
  }

  @Override
  public void submit(int tasks) {
    for (int i = 0; i < tasks; i++) {
      scheduler.submit(taskId, payload);
    }
  }

  @Override
  public void submitAll(int tasks) {
    Submission submission = new Submission(taskId, payload);
    for (int from = 0; from < tasks; from += BATCH) {
      int size = Math.min(BATCH, tasks - from);
      List<Submission> batch = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        batch.add(submission);
      }
      scheduler.submitAll(batch);
    }
  }

  @Override
  public void settle() throws SQLException {
    if (database.dialect() == Dialect.POSTGRESQL) {
      Statements.execute(
          database, "VACUUM ANALYZE task_run", "VACUUM ANALYZE run_queue", "CHECKPOINT");
    }
  }

  @Override
  public void drain(int tasks) throws InterruptedException {
    scheduler.start();
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
    while (scheduler.listener().accepted() < tasks) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(scheduler.listener().accepted() + " of " + tasks
            + " tasks have ended within ten minutes");
      }
      TimeUnit.NANOSECONDS.sleep(POLL_NANOS);
    }
  }

  @Override
  public void rest() {
    scheduler.close();
  }

  @Override
  public void close() {
    scheduler.close();
  }
}
