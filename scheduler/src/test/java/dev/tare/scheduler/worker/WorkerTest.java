package dev.tare.scheduler.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.message.TaskControl;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import dev.tare.scheduler.worker.executor.Outcome;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole workers, over both dialects. */
class WorkerTest {
  private static final long HOUR_MILLIS = 3_600_000; // no poll but the first

  @Nested
  class OverSqlite extends Over {
    OverSqlite() {
      super("sqlite");
    }
  }

  @Nested
  class OverPostgres extends Over {
    OverPostgres() {
      super("embedded");
    }
  }

  @Timeout(120)
  abstract static class Over {
    private final String specification;
    private final CountDownLatch never = new CountDownLatch(1);
    private Site site;

    Over(String specification) {
      this.specification = specification;
    }

    @BeforeEach
    void open() {
      site = new Site(specification);
    }

    @AfterEach
    void close() {
      never.countDown();
      site.close();
    }

    @Test
    void runs_areExecutedAndTheirResultsKept() {
      Task task = site.task(new EchoExecutor());
      long[] ids = site.submit(task, 500);
      site.started("w");

      site.awaitCount(RunStatus.COMPLETED, 500);
      for (int i = 0; i < ids.length; i++) {
        TaskRun run = site.run(ids[i]);
        assertThat(run.result()).isEqualTo(Bytes.of(new byte[] {(byte) i, (byte) (i >> 8)}));
        assertThat(run.workerId()).isEqualTo("w");
        assertThat(run.attempt()).isEqualTo(1);
        assertThat(run.completedAt()).isEqualTo(site.clock.millis());
      }
    }

    @Test
    void runWithoutAPayload_seesItsTasksParameters() {
      Task task = site.task(new EchoExecutor());
      long id = site.submit(task);
      site.started("w");

      site.awaitStatus(id, RunStatus.COMPLETED);
      assertThat(site.run(id).result()).isEqualTo(task.parameters());
    }

    @Test
    void whatATaskThrows_isItsRunsError() {
      long broken = site.submit(site.task(context -> {
        throw new IllegalStateException("broken\0 pipe");
      }));
      long refused = site.submit(site.task(context -> {
        throw new ValidationException("parameters.x is missing: use y");
      }));
      long fatal = site.submit(site.task(context -> {
        throw new StackOverflowError();
      }));
      long said = site.submit(site.task(context -> Outcome.failed("as said", null)));
      site.started("w");

      site.awaitCount(RunStatus.FAILED, 4);
      assertThat(site.run(broken).errorMessage())
          .isEqualTo("IllegalStateException: broken\uFFFD pipe");
      assertThat(site.run(refused).errorMessage()).isEqualTo("parameters.x is missing: use y");
      assertThat(site.run(fatal).errorMessage()).isEqualTo("java.lang.StackOverflowError");
      assertThat(site.run(said).errorMessage()).isEqualTo("as said");
    }

    @Test
    void failedRun_isTriedAgain_afterItsDelay() {
      Task task = site.task(
          context -> context.retryCount() == 0 ? Outcome.failed("not yet", null) : Outcome.DONE, 1);
      long id = site.submit(task);
      site.started("w");
      site.awaitStatus(id, RunStatus.FAILED);
      assertThat(site.runs.recent(task.id(), 2)).hasSize(2);
      assertThat(site.count(RunStatus.PENDING)).isEqualTo(1);

      site.clock.advance(Duration.ofMillis(Site.RETRY_MILLIS));

      site.awaitCount(RunStatus.COMPLETED, 1);
      assertThat(site.run(id).status()).as("its history stays").isEqualTo(RunStatus.FAILED);
    }

    @Test
    void longError_isCut() {
      long id = site.submit(site.task(context -> Outcome.failed("x".repeat(100_000), null)));
      site.started("w");

      site.awaitStatus(id, RunStatus.FAILED);
      assertThat(site.run(id).errorMessage()).isEqualTo("x".repeat(4096));
    }

    @Test
    void runOfATaskThatIsGone_fails() {
      Task task = site.task(new EchoExecutor());
      long id = site.runs.create(
          NewRun.onDemand(task.id() + 999, task.typeId(), site.clock.millis(), null), 0);
      site.started("w");

      site.awaitStatus(id, RunStatus.FAILED);
      assertThat(site.run(id).errorMessage()).isEqualTo("there is no task " + (task.id() + 999));
    }

    @Test
    void runOfATypeThatIsNotServed_waits_untilItIs() {
      site.task(new EchoExecutor());
      int type = site.types.idOf("later");
      long id = site.runs.create(NewRun.onDemand(1, type, site.clock.millis(), null), 0);
      Worker worker = site.started("w");
      long other = site.submit(site.task(new EchoExecutor()));
      site.awaitStatus(other, RunStatus.COMPLETED);
      assertThat(site.run(id).status()).isEqualTo(RunStatus.PENDING);

      site.executors.register("later", new EchoExecutor());
      worker.wake();

      site.awaitStatus(id, RunStatus.COMPLETED);
    }

    @Test
    void runOverItsTime_isInterruptedAndRecordedAsTimeout() {
      CountDownLatch begun = new CountDownLatch(1);
      long id = site.submit(site.task(waiting(begun)));
      site.started("w");
      Eventually.await(begun);
      assertThat(site.run(id).status()).isEqualTo(RunStatus.RUNNING);

      site.clock.advance(Duration.ofSeconds(10));

      site.awaitStatus(id, RunStatus.TIMEOUT);
      assertThat(site.run(id).errorMessage()).isEqualTo("stopped at its time limit");
    }

    @Test
    void cancelledRun_isInterrupted() {
      CountDownLatch begun = new CountDownLatch(1);
      long id = site.submit(site.task(waiting(begun)));
      Worker worker = site.started("w");
      Eventually.await(begun);

      worker.control(new TaskControl(id, TaskControl.Action.CANCEL, "me", 0));

      site.awaitStatus(id, RunStatus.CANCELLED);
      assertThat(site.run(id).errorMessage()).isEqualTo("cancelled while it was executed");
    }

    @Test
    void restartedRun_runsAgainFromItsBeginning() {
      AtomicInteger times = new AtomicInteger();
      CountDownLatch begun = new CountDownLatch(1);
      TaskExecutor waiting = waiting(begun);
      long id = site.submit(site.task(
          context -> times.incrementAndGet() == 1 ? waiting.execute(context) : Outcome.DONE));
      Worker worker = site.started("w");
      Eventually.await(begun);

      worker.control(new TaskControl(id, TaskControl.Action.RESTART, "me", 0));

      site.awaitStatus(id, RunStatus.COMPLETED);
      assertThat(site.run(id).attempt()).isEqualTo(2);
    }

    @Test
    void interruptThatATaskLeavesBehind_doesNotReachTheNextRun() {
      AtomicInteger interrupted = new AtomicInteger();
      Task task = site.task(context -> {
        interrupted.addAndGet(Thread.currentThread().isInterrupted() ? 1 : 0);
        Thread.currentThread().interrupt();
        return Outcome.DONE;
      });
      site.submit(task, 200);
      site.started("w");

      site.awaitCount(RunStatus.COMPLETED, 200);
      assertThat(interrupted).hasValue(0);
    }

    @Test
    void wakeUp_bringsARunAtOnce_withoutAPoll() {
      Task task = site.task(new EchoExecutor());
      Worker worker = site.worker(Site.settings("w", HOUR_MILLIS), UnaryOperator.identity());
      worker.start();
      site.awaitWorker("w");

      for (int i = 0; i < 20; i++) {
        long id = site.submit(task);
        worker.wake();
        site.awaitStatus(id, RunStatus.COMPLETED);
      }
    }

    @Test
    void heartbeat_renewsTheLease() {
      site.task(new EchoExecutor());
      site.started("w");
      site.awaitWorker("w");

      site.clock.advance(Duration.ofSeconds(20));

      site.awaitHeartbeat("w");
    }

    @Test
    void workerThatWasForgotten_registersAgain() {
      site.task(new EchoExecutor());
      site.started("w");
      site.awaitWorker("w");
      site.workers.unregister("w");

      site.clock.advance(Duration.ofSeconds(20));

      site.awaitWorker("w");
    }

    @Test
    void twoWorkers_shareTheRuns_andNoneIsExecutedTwice() {
      Set<Long> executed = ConcurrentHashMap.newKeySet();
      AtomicInteger twice = new AtomicInteger();
      Task task = site.task(context -> {
        twice.addAndGet(executed.add(context.runId()) ? 0 : 1);
        return Outcome.DONE;
      });
      site.submit(task, 1000);
      site.started("a");
      site.started("b");

      site.awaitCount(RunStatus.COMPLETED, 1000);
      assertThat(twice).hasValue(0);
      assertThat(executed).hasSize(1000);
    }

    @Test
    void zombie_isRefused_itsSuccessorIsNot() {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch go = new CountDownLatch(1);
      long id = site.submit(site.task(context -> {
        begun.countDown();
        go.await();
        return Outcome.completed(Bytes.of(new byte[] {1}));
      }));
      site.worker(Site.settings("zombie", HOUR_MILLIS), UnaryOperator.identity())
          .start();
      Eventually.await(begun);
      assertThat(site.runs.requeue("zombie")).as("its lease is said to be over").isEqualTo(1);
      List<ClaimedRun> taken = site.runs.claim("successor", TypeSet.ALL, 1, site.clock.millis());
      assertThat(taken).extracting(ClaimedRun::attempt).containsExactly(2);

      go.countDown();

      Eventually.await("it was refused", () -> site.listener("zombie").superseded() == 1);
      assertThat(site.run(id).status()).isEqualTo(RunStatus.RUNNING);
      assertThat(site.runs.complete(List.of(
              new Completion(id, 2, RunStatus.COMPLETED, 9, Bytes.of(new byte[] {2}), null))))
          .isEqualTo(1);
    }

    @Test
    void workerThatStoodStill_beginsNothing_thatAnotherHasByNow() throws SQLException {
      int endFirst = 300;
      CountDownLatch go = new CountDownLatch(1);
      AtomicInteger begun = new AtomicInteger();
      Task task = site.task(context -> {
        boolean open = begun.incrementAndGet() <= endFirst;
        while (!open) {
          try {
            go.await();
            open = true;
          } catch (InterruptedException e) {
            // its time limit passed while it stood still
          }
        }
        return Outcome.DONE;
      });
      site.submit(task, 1000);
      Worker worker = site.started("w");
      site.awaitCount(RunStatus.COMPLETED, endFirst);
      Eventually.await("it holds more than it executes", () -> {
        worker.wake();
        return worker.holding() > 4 && begun.get() == endFirst + 4;
      });
      site.runs.claim("other", TypeSet.ALL, 1000, site.clock.millis());
      giveToOther("w");

      site.clock.advance(Duration.ofSeconds(81));
      site.awaitHeartbeat("w"); // it trusts its lease again
      go.countDown();

      Eventually.await("it holds nothing", () -> worker.holding() == 0);
      assertThat(begun).as("no more than before").hasValue(endFirst + 4);
      assertThat(site.listener("w").accepted()).isEqualTo(endFirst);
      assertThat(site.count(RunStatus.RUNNING)).isEqualTo(1000 - endFirst);
    }

    /** What a dispatcher and a claim do after a lease, in one statement. */
    private void giveToOther(String worker) throws SQLException {
      try (Connection connection = site.database.dataSource().getConnection();
          Statement statement = connection.createStatement()) {
        statement.executeUpdate("UPDATE task_run SET worker_id = 'other', attempt = attempt + 1"
            + " WHERE status = 2 AND worker_id = '" + worker + "'");
      }
    }

    @Test
    void runsOfAWorkerThatDied_areExecutedByAnother() {
      Task task = site.task(new EchoExecutor());
      site.submit(task, 100);
      site.workers.register(
          new NewWorker("dead", "host", "::1", TypeSet.ALL, 9), site.clock.millis());
      assertThat(site.runs.claim("dead", TypeSet.ALL, 60, site.clock.millis())).hasSize(60);
      site.started("w");
      site.awaitCount(RunStatus.COMPLETED, 40);

      site.clock.advance(Duration.ofSeconds(91));
      site.awaitHeartbeat("w");
      assertThat(site.runs.requeueLost(site.clock.millis() - 90_000)).isEqualTo(60);

      site.awaitCount(RunStatus.COMPLETED, 100);
    }

    private TaskExecutor waiting(CountDownLatch begun) {
      return context -> {
        begun.countDown();
        never.await();
        return Outcome.DONE;
      };
    }
  }
}
