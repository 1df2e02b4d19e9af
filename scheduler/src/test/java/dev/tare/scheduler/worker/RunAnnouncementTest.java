package dev.tare.scheduler.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.wake.RunAnnouncer;
import dev.tare.scheduler.wake.RunListener;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A run that one process submits wakes the worker of another. */
@Timeout(120)
class RunAnnouncementTest {
  private static final long GAP_MILLIS = 20;

  private final AtomicInteger wakes = new AtomicInteger();
  private Site site;
  private PinnedSessions sessions;
  private RunAnnouncer announcer;

  @BeforeEach
  void open() {
    site = new Site("embedded");
    sessions = new PinnedSessions(site.database.dataSource());
    announcer = new RunAnnouncer(sessions, "submitter", GAP_MILLIS);
    announcer.start();
  }

  @AfterEach
  void close() {
    announcer.close();
    sessions.close();
    site.close();
  }

  @Test
  void workerOfAnotherProcess_getsARunAtOnce_withoutAPoll() throws SQLException {
    Task task = site.task(new EchoExecutor());
    Worker worker = site.worker(Site.settings("w", 3_600_000), UnaryOperator.identity());
    worker.start();
    site.awaitWorker("w");
    try (RunListener listener = listener("w", worker::wake)) {
      listener.start();
      awaitWakes(1);

      submitAndAwait(task);
      submitAndAwait(task);
      int before = wakes.get();
      killListener();
      awaitWakes(before + 1); // it listens again
      submitAndAwait(task);
    }
  }

  @Test
  void manySubmits_areAnnouncedOnceAGap() {
    register("w");
    try (RunListener listener = listener("w", () -> {})) {
      listener.start();
      awaitWakes(1);
      long begun = System.nanoTime();
      int before = wakes.get();
      while (System.nanoTime() - begun < TimeUnit.MILLISECONDS.toNanos(10 * GAP_MILLIS)) {
        announcer.submitted();
      }
      awaitWakes(before + 2);
      announcer.close(); // nothing is sent any more
      long gaps = (System.nanoTime() - begun) / TimeUnit.MILLISECONDS.toNanos(GAP_MILLIS);

      assertThat(wakes.get() - before).isLessThanOrEqualTo((int) gaps + 2);
    }
  }

  @Test
  void announcement_isForOthers() throws SQLException {
    register("submitter");
    AtomicInteger own = new AtomicInteger();
    try (RunListener listener = listener("other", () -> {});
        RunListener self =
            new RunListener(site.database.dataSource(), "submitter", own::incrementAndGet)) {
      listener.start();
      self.start();
      awaitWakes(1);
      Eventually.await("it listens", () -> own.get() == 1);

      announcer.submitted(); // nobody else is registered: this is not sent
      announce("submitter");
      awaitWakes(2);
      announce("third");
      awaitWakes(3);
      Eventually.await("it hears others", () -> own.get() == 2);

      assertThat(wakes).as("one for each that was sent").hasValue(3);
    }
  }

  private void submitAndAwait(Task task) {
    long id = site.submit(task);
    announcer.submitted();
    site.awaitStatus(id, RunStatus.COMPLETED);
  }

  private RunListener listener(String workerId, Runnable wake) {
    return new RunListener(site.database.dataSource(), workerId, () -> {
      wakes.incrementAndGet();
      wake.run();
    });
  }

  private void awaitWakes(int count) {
    Eventually.await(count + " wakes", () -> wakes.get() >= count);
  }

  private void register(String workerId) {
    site.workers.register(
        new NewWorker(workerId, "host", "::1", TypeSet.ALL, 4), site.clock.millis());
  }

  private void announce(String workerId) throws SQLException {
    execute("NOTIFY tare_runs, '" + workerId + "'");
  }

  private void killListener() throws SQLException {
    execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        + " WHERE query LIKE 'LISTEN%' AND pid <> pg_backend_pid()");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = site.database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
