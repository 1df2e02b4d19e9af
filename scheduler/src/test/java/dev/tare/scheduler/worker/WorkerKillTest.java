package dev.tare.scheduler.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.worker.executor.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker's process is killed, or halted beyond its lease, in the middle of a batch. */
@Timeout(120)
class WorkerKillTest {
  private static final int RUNS = 600;
  private static final int ENDS_FIRST = 150;

  private final Set<Long> executed = ConcurrentHashMap.newKeySet();
  private final AtomicInteger twice = new AtomicInteger();
  private Site site;
  private long[] ids;

  @BeforeEach
  void open() {
    site = new Site("embedded");
    Task task = site.tasks.create(
        NewTask.builder("t", ChaosNode.TYPE).timeoutSeconds(60).build(), 0, 0);
    List<NewRun> batch = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      batch.add(NewRun.onDemand(task.id(), task.typeId(), 0, null));
    }
    ids = site.runs.createAll(batch, 0);
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void killedProcess_losesNoRun_anotherTakesOver() throws Exception {
    Process process = ChaosNode.start(site.database.url(), "killed", ENDS_FIRST);
    Set<Long> held;
    try {
      held = awaitStuck("killed");
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(process.exitValue()).as("killed, not closed").isEqualTo(128 + 9);

    try (ChaosNode successor = successor()) {
      awaitRecovery();
      site.awaitCount(RunStatus.COMPLETED, RUNS);
      assertThat(successor.worker.running()).isZero();
    }

    assertEveryRunEndedOnce(held, "killed");
  }

  @Test
  void haltedProcess_thatGoesOnAfterItsLease_isRefused() throws Exception {
    Process process = ChaosNode.start(site.database.url(), "halted", ENDS_FIRST);
    try {
      Set<Long> held = awaitStuck("halted");
      signal(process, "STOP");
      try (ChaosNode successor = successor()) {
        awaitRecovery();
        site.awaitCount(RunStatus.COMPLETED, RUNS);
        assertThat(successor.worker.running()).isZero();
      }
      signal(process, "CONT");
      process.getOutputStream().write('\n'); // its runs end now, hours late as it were
      process.getOutputStream().close();
      assertThat(process.waitFor()).as("it closed in order").isZero();

      assertEveryRunEndedOnce(held, "halted");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Until the process has ended what it may and holds others; those. */
  private Set<Long> awaitStuck(String workerId) {
    site.awaitCount(RunStatus.COMPLETED, ENDS_FIRST);
    assertThat(site.count(RunStatus.RUNNING))
        .as("it is in the middle of a batch")
        .isPositive();
    Set<Long> held = new HashSet<>();
    for (TaskRun run :
        site.runs.byStatus(RunStatus.RUNNING, new PageRequest(1, 100)).items()) {
      assertThat(run.workerId()).isEqualTo(workerId);
      held.add(run.id());
    }
    return held;
  }

  private ChaosNode successor() {
    return new ChaosNode(site.database.url(), "successor", context -> {
      twice.addAndGet(executed.add(context.runId()) ? 0 : 1);
      return Outcome.DONE;
    });
  }

  /** What a dispatcher does: takes back what nobody was heard to hold for longer than a lease. */
  private void awaitRecovery() {
    Eventually.await(
        "the lease is over",
        () -> site.runs.requeueLost(System.currentTimeMillis() - ChaosNode.LEASE_MILLIS - 200) > 0);
  }

  private void assertEveryRunEndedOnce(Set<Long> held, String predecessor) {
    assertThat(twice).as("no other worker crashed").hasValue(0);
    assertThat(site.count(RunStatus.COMPLETED)).isEqualTo(RUNS);
    int bySuccessor = 0;
    for (long id : ids) {
      TaskRun run = site.run(id);
      assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
      boolean successors = executed.contains(id);
      bySuccessor += successors ? 1 : 0;
      assertThat(run.workerId()).isEqualTo(successors ? "successor" : predecessor);
      if (held.contains(id)) {
        assertThat(run.attempt()).as("taken over").isEqualTo(2);
      }
    }
    assertThat(bySuccessor).isEqualTo(RUNS - ENDS_FIRST);
  }

  private static void signal(Process process, String name)
      throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
    assertThat(kill.waitFor()).isZero();
  }
}
