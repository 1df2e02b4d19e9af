package dev.tare.scheduler.dispatch;

import static dev.tare.scheduler.dispatch.Node.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.model.worker.WorkerStatus;
import dev.tare.scheduler.testkit.Database;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a scan gets back, ends and deletes. */
class RecoveryTest {
  private static final long NOON = at("2026-03-02T12:00:00Z");
  private static final long DAY = 24 * 60 * 60 * 1000L;

  private Node node;
  private Dispatcher dispatcher;
  private Task task;

  @BeforeEach
  void open() {
    node = new Node(Database.of("sqlite").empty());
    dispatcher = node.dispatcher();
    task = node.tasks.create(NewTask.builder("t", "echo").timeoutSeconds(600).build(), 0, NOON);
    register("w");
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void runsOfAWorkerThatIsNotHeard_waitAgainAfterItsLease() {
    ClaimedRun lost = claim("w");
    register("alive");

    for (long now = NOON; now <= NOON + 90_000; now += 15_000) {
      node.workers.heartbeat("alive", 0, now);
      dispatcher.scan(now);
    }
    assertThat(read(lost).status()).as("heard 90 s ago").isEqualTo(RunStatus.RUNNING);

    assertThat(dispatcher.scan(NOON + 105_000)).as("looks again").isEqualTo(NOON + 115_000);

    assertThat(read(lost).status()).isEqualTo(RunStatus.PENDING);
    assertThat(node.workers.byId("w").orElseThrow().status()).isEqualTo(WorkerStatus.DOWN);
    assertThat(node.workers.byId("alive").orElseThrow().status()).isEqualTo(WorkerStatus.ALIVE);
    assertThat(dispatcher.stats().takenBack()).isEqualTo(1);
    assertThat(dispatcher.stats().timedOut()).as("it was not executed").isZero();
  }

  @Test
  void runsOfAWorkerThatIsNotRegistered_waitAgainAtOnce() {
    ClaimedRun lost = claim("gone");

    dispatcher.scan(NOON + 1);

    assertThat(read(lost).status()).isEqualTo(RunStatus.PENDING);
  }

  @Test
  void dispatchedRunThatNobodyStarts_waitsAgain() {
    long run = node.runs.create(NewRun.onDemand(task.id(), task.typeId(), NOON, null), NOON);
    node.runs.updateStatus(run, RunStatus.DISPATCHED, "w", NOON);

    dispatcher.scan(NOON + 60_000);
    assertThat(node.runs.byId(run).orElseThrow().status()).isEqualTo(RunStatus.DISPATCHED);
    dispatcher.scan(NOON + 75_000);

    assertThat(node.runs.byId(run).orElseThrow().status()).isEqualTo(RunStatus.PENDING);
  }

  @Test
  void runThatALivingWorkerDoesNotEnd_endsAsTimeout() {
    ClaimedRun stuck = claim("w");
    for (long now = NOON; now < NOON + 660_000; now += 55_000) {
      node.workers.heartbeat("w", 1, now);
      dispatcher.scan(now);
    }
    assertThat(read(stuck).status()).isEqualTo(RunStatus.RUNNING);

    node.workers.heartbeat("w", 1, NOON + 660_000);
    dispatcher.scan(NOON + 660_000);

    TaskRun ended = read(stuck);
    assertThat(ended.status()).isEqualTo(RunStatus.TIMEOUT);
    assertThat(ended.errorMessage()).contains("time limit");
    assertThat(dispatcher.stats().timedOut()).isEqualTo(1);
    assertThat(node.runs.complete(List.of(completed(stuck, NOON + 661_000))))
        .as("its worker comes too late")
        .isZero();
  }

  /** Nobody could renew a lease while the database was away. */
  @Test
  void afterAnOutage_workersHaveTimeToBeHeard() {
    ClaimedRun held = claim("w");
    dispatcher.scan(NOON);
    node.connections.fail(true);
    assertThatThrownBy(() -> dispatcher.scan(NOON + 15_000)).isInstanceOf(StorageException.class);
    node.connections.fail(false);

    dispatcher.scan(NOON + 200_000);
    assertThat(read(held).status()).isEqualTo(RunStatus.RUNNING);

    node.workers.heartbeat("w", 1, NOON + 210_000);
    for (long now = NOON + 215_000; now <= NOON + 300_000; now += 15_000) {
      dispatcher.scan(now);
    }
    assertThat(read(held).workerId()).as("heard since").isNotNull();
    for (long now = NOON + 301_000; now <= NOON + 330_000; now += 15_000) {
      dispatcher.scan(now);
    }
    assertThat(read(held).status()).as("not heard for a lease").isEqualTo(RunStatus.PENDING);
  }

  @Test
  void dispatcherThatStartsInAnOutage_givesTimeToo() {
    ClaimedRun held = claim("w");
    node.connections.fail(true);
    assertThatThrownBy(() -> dispatcher.scan(NOON + 199_000)).isInstanceOf(StorageException.class);
    node.connections.fail(false);

    dispatcher.scan(NOON + 200_000);
    assertThat(read(held).status()).isEqualTo(RunStatus.RUNNING);
    dispatcher.scan(NOON + 245_000);
    assertThat(read(held).status()).isEqualTo(RunStatus.PENDING);
  }

  @Test
  void history_isKeptUnlessRetentionIsConfigured() {
    for (int i = 0; i < 3; i++) {
      node.runs.complete(List.of(completed(claim("w"), NOON)));
    }

    dispatcher.scan(NOON + 31 * DAY);
    assertThat(node.runsOf(task)).hasSize(3);

    Dispatcher cleaning = node.dispatcher(DispatchSettings.DEFAULT.withRetentionDays(30));
    cleaning.scan(NOON + 30 * DAY);
    assertThat(node.runsOf(task)).as("30 days old").hasSize(3);
    cleaning.scan(NOON + 30 * DAY + 1_800_000);
    assertThat(node.runsOf(task)).as("once an hour").hasSize(3);
    cleaning.scan(NOON + 30 * DAY + 3_600_000);

    assertThat(node.runsOf(task)).as("the latest stays").hasSize(1);
    assertThat(cleaning.stats().deleted()).isEqualTo(2);
  }

  @Test
  void workersThatAreLongGone_areForgotten() {
    dispatcher.scan(NOON);
    dispatcher.scan(NOON + 50_000);
    dispatcher.scan(NOON + 100_000);
    assertThat(node.workers.byId("w").orElseThrow().status()).isEqualTo(WorkerStatus.DOWN);

    dispatcher.scan(NOON + 2 * DAY);

    assertThat(node.workers.byId("w")).isEmpty();
  }

  private void register(String worker) {
    node.workers.register(new NewWorker(worker, "h", "10.0.0.1", TypeSet.ALL, 4), NOON);
  }

  private ClaimedRun claim(String worker) {
    node.runs.create(NewRun.onDemand(task.id(), task.typeId(), NOON, null), NOON);
    return node.runs.claim(worker, TypeSet.ALL, 1, NOON).get(0);
  }

  private TaskRun read(ClaimedRun run) {
    return node.runs.byId(run.id()).orElseThrow();
  }

  private static Completion completed(ClaimedRun run, long at) {
    return new Completion(run.id(), run.attempt(), RunStatus.COMPLETED, at, null, null);
  }
}
