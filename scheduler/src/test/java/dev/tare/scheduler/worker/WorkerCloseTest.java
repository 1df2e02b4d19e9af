package dev.tare.scheduler.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import dev.tare.scheduler.worker.executor.Outcome;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker is closed: nothing is lost, nothing takes longer than it may. */
@Timeout(120)
class WorkerCloseTest {

  private Site site;

  @BeforeEach
  void open() {
    site = new Site("sqlite");
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void closeUnderLoad_reportsWhatEnded_andSendsTheRestBack() {
    Task task = site.task(new EchoExecutor());
    site.submit(task, 5000);
    Worker worker = site.started("w");
    Eventually.await("some have ended", () -> site.count(RunStatus.COMPLETED) > 100);

    assertThat(worker.close(Duration.ofSeconds(20))).isTrue();

    assertThat(site.count(RunStatus.RUNNING)).isZero();
    assertThat(site.count(RunStatus.COMPLETED) + site.count(RunStatus.PENDING)).isEqualTo(5000);
    assertThat(site.workers.byId("w")).as("it has left").isEmpty();
    site.started("next");
    site.awaitCount(RunStatus.COMPLETED, 5000);
  }

  @Test
  void runsThatEndInTime_areLetEnd() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    long id = site.submit(site.task(context -> {
      begun.countDown();
      go.await();
      return Outcome.DONE;
    }));
    Worker worker = site.started("w");
    Eventually.await(begun);
    Thread closing = new Thread(() -> worker.close(Duration.ofSeconds(30)));
    closing.start();
    Eventually.await("the close waits", () -> closing.getState() == Thread.State.TIMED_WAITING);
    go.countDown();

    site.awaitStatus(id, RunStatus.COMPLETED);
    Eventually.await("it closed", () -> !closing.isAlive());
  }

  @Test
  void runThatDoesNotEnd_isInterruptedAndWaitsAgain() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    long id = site.submit(site.task(context -> {
      begun.countDown();
      never.await();
      return Outcome.DONE;
    }));
    Worker worker = site.started("w");
    Eventually.await(begun);
    long before = System.nanoTime();

    assertThat(worker.close(Duration.ofMillis(700))).isTrue();

    assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    TaskRun run = site.run(id);
    assertThat(run.status()).isEqualTo(RunStatus.PENDING);
    assertThat(run.attempt()).isEqualTo(1);
    assertThat(run.workerId()).isNull();
  }

  @Test
  void runThatEndsWellInSpiteOfTheInterrupt_isReported() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    long id = site.submit(site.task(context -> {
      begun.countDown();
      try {
        never.await();
      } catch (InterruptedException e) {
        return Outcome.DONE;
      }
      return Outcome.failed("not interrupted", null);
    }));
    Worker worker = site.started("w");
    Eventually.await(begun);

    assertThat(worker.close(Duration.ofMillis(700))).isTrue();

    assertThat(site.run(id).status()).isEqualTo(RunStatus.COMPLETED);
  }

  @Test
  void runThatDoesNotStop_staysWithItsWorkerUntilTheLeaseIsOver() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    long id = site.submit(site.task(context -> {
      begun.countDown();
      while (go.getCount() > 0) {
        Thread.onSpinWait();
      }
      return Outcome.DONE;
    }));
    Worker worker = site.started("w");
    Eventually.await(begun);

    assertThat(worker.close(Duration.ofMillis(500))).isFalse();

    assertThat(site.run(id).status()).isEqualTo(RunStatus.RUNNING);
    assertThat(site.workers.byId("w")).as("its last heartbeat counts").isPresent();
    go.countDown();
  }

  @Test
  void databaseThatIsAway_doesNotHoldTheCloseUp() {
    BentRuns bent = new BentRuns();
    Worker worker = site.worker("w", bent::over);
    Task task = site.task(new EchoExecutor());
    worker.start();
    site.awaitWorker("w");
    bent.fail("complete", Integer.MAX_VALUE);
    bent.fail("completeAndClaim", Integer.MAX_VALUE);
    site.submit(task, 3);
    Eventually.await("one has ended", () -> site.listener("w").pending() > 0);

    assertThat(worker.close(Duration.ofMillis(300))).isFalse();

    long kept = site.listener("w").pending();
    assertThat(kept).isPositive();
    assertThat(site.count(RunStatus.COMPLETED)).isZero();
    bent.fail("complete", 0);
    bent.fail("completeAndClaim", 0);
    assertThat(site.listener("w").close(Duration.ofSeconds(10))).isZero();
    assertThat(site.count(RunStatus.COMPLETED)).isEqualTo(kept);
  }

  @Test
  void workerThatWasNeverStarted_closes() {
    site.task(new EchoExecutor());
    Worker worker = site.worker("w", runs -> runs);

    assertThat(worker.close(Duration.ofSeconds(1))).isTrue();
    assertThat(site.workers.byId("w")).isEmpty();
  }
}
