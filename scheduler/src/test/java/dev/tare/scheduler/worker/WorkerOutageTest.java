package dev.tare.scheduler.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import dev.tare.scheduler.worker.executor.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database fails while a worker works: it recovers by itself, and no run is lost. */
@Timeout(120)
class WorkerOutageTest {

  @Nested
  class OverSqlite {
    @Test
    void claimWhoseAnswerWasLost_isSentBackAndClaimedAgain() {
      claimsAreLost("sqlite");
    }

    @Test
    void completionWhoseAnswerWasLost_isWrittenOnce() {
      completionsAreLost("sqlite");
    }
  }

  @Nested
  class OverPostgres {
    @Test
    void claimWhoseAnswerWasLost_isSentBackAndClaimedAgain() {
      claimsAreLost("embedded");
    }

    @Test
    void completionWhoseAnswerWasLost_isWrittenOnce() {
      completionsAreLost("embedded");
    }

    @Test
    void connectionsKilledUnderLoad_costNoRun() throws SQLException {
      try (Site site = new Site("embedded")) {
        AtomicInteger executed = new AtomicInteger();
        Task task = site.task(context -> {
          executed.incrementAndGet();
          return Outcome.DONE;
        });
        site.submit(task, 10_000);
        site.started("a");
        site.started("b");

        for (int kill = 1; kill <= 8; kill++) {
          long ended = kill * 1000L;
          Eventually.await(ended + " have ended", () -> executed.get() >= ended);
          killOtherConnections(site);
        }

        Eventually.await("all have ended", () -> count(site, RunStatus.COMPLETED) == 10_000);
      }
    }

    private static long count(Site site, RunStatus status) {
      try {
        return site.count(status);
      } catch (StorageException e) {
        return -1; // its connection was killed too
      }
    }
  }

  private static void claimsAreLost(String specification) {
    try (Site site = new Site(specification)) {
      BentRuns bent = new BentRuns();
      Task task = site.task(new EchoExecutor());
      Worker worker = site.worker("w", bent::over);
      bent.loseAnswers("claim", 3);
      long[] ids = site.submit(task, 100);

      worker.start();

      site.awaitCount(RunStatus.COMPLETED, 100);
      int highest = 0;
      for (long id : ids) {
        highest = Math.max(highest, site.run(id).attempt());
      }
      assertThat(highest).as("some were claimed unseen, and again").isGreaterThan(1);
    }
  }

  private static void completionsAreLost(String specification) {
    try (Site site = new Site(specification)) {
      BentRuns bent = new BentRuns();
      Task task = site.task(new EchoExecutor());
      Worker worker = site.worker("w", bent::over);
      bent.loseAnswers("complete", 2);
      bent.loseAnswers("completeAndClaim", 2);
      site.submit(task, 100);

      worker.start();

      site.awaitCount(RunStatus.COMPLETED, 100);
      Eventually.await("written before", () -> site.listener("w").superseded() > 0);
    }
  }

  private static void killOtherConnections(Site site) throws SQLException {
    try (Connection connection = site.database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
    }
  }
}
