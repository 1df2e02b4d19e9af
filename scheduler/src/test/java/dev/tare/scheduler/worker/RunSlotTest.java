package dev.tare.scheduler.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.worker.RunSlot.Stop;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunSlotTest {
  private static final Bytes PAYLOAD = Bytes.of(new byte[] {1});
  private static final Bytes PARAMETERS = Bytes.of(new byte[] {2});

  private final RunSlot slot = new RunSlot(WorkerSettings.of("w", "host", "::1", 1));

  @AfterEach
  void clearInterrupt() {
    Thread.interrupted();
  }

  @Test
  void context_showsTheRunAndItsTask() {
    slot.begin(new ClaimedRun(7, 3, 2, 1, 4, 5, 6, null), task(), 1000);

    assertThat(slot.runId()).isEqualTo(7);
    assertThat(slot.taskId()).isEqualTo(3);
    assertThat(slot.attempt()).isEqualTo(2);
    assertThat(slot.retryCount()).isEqualTo(1);
    assertThat(slot.shardIndex()).isEqualTo(4);
    assertThat(slot.shardTotal()).isEqualTo(5);
    assertThat(slot.scheduledAt()).isEqualTo(6);
    assertThat(slot.taskType()).isEqualTo("echo");
    assertThat(slot.timeoutMillis()).isEqualTo(30_000);
    assertThat(slot.parameters()).as("of the task").isSameAs(PARAMETERS);
    slot.end();
    slot.begin(run(8), task(), 1000);
    assertThat(slot.parameters()).as("of the run").isSameAs(PAYLOAD);
  }

  @Test
  void runOverItsTime_isInterruptedOnce() {
    slot.begin(run(1), task(), 1000);

    assertThat(slot.stopOverdue(999)).isFalse();
    assertThat(slot.stopOverdue(1000)).isTrue();
    assertThat(slot.stopOverdue(1001)).isFalse();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(slot.end()).isEqualTo(Stop.TIMEOUT);
  }

  @Test
  void stop_isForTheRunThatWasNamed() {
    slot.begin(run(1), task(), 1000);

    assertThat(slot.stop(2, Stop.CANCEL)).isFalse();
    assertThat(slot.stop(1, Stop.CANCEL)).isTrue();
    assertThat(slot.stopAny(Stop.GIVE_BACK)).as("it was stopped already").isFalse();
    assertThat(slot.end()).isEqualTo(Stop.CANCEL);
  }

  @Test
  void endedRun_isNotStopped() {
    slot.begin(run(1), task(), 1000);
    assertThat(slot.end()).isEqualTo(Stop.NONE);

    assertThat(slot.stop(1, Stop.CANCEL)).isFalse();
    assertThat(slot.stopOverdue(5000)).isFalse();
    assertThat(slot.stopAny(Stop.GIVE_BACK)).isFalse();
    assertThat(slot.isBusy()).isFalse();
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void runThatIgnoresItsInterrupt_isNamed() {
    slot.begin(run(1), task(), 1000);
    assertThat(slot.ignoring(5000)).as("it was not interrupted").isNull();
    slot.stopOverdue(1000);

    assertThat(slot.ignoring(1000)).as("it may still stop").isNull();
    assertThat(slot.ignoring(1001)).isEqualTo(run(1));
  }

  @Test
  void interrupt_neverReachesAnotherRunThanTheOneThatWasStopped() throws InterruptedException {
    AtomicBoolean done = new AtomicBoolean();
    Thread stopper = new Thread(() -> {
      while (!done.get()) {
        slot.stopOverdue(1000);
      }
    });
    stopper.start();
    Task task = task();
    int stopped = 0;
    try {
      for (int id = 1; id <= 100_000; id++) {
        boolean overdue = (id & 1) == 0;
        slot.begin(run(id), task, overdue ? 1000 : 1001);
        for (int i = id & 63; overdue && i > 0; i--) {
          Thread.onSpinWait();
        }
        Stop stop = slot.end();
        assertThat(Thread.interrupted()).as("run %d", id).isEqualTo(stop != Stop.NONE);
        assertThat(overdue || stop == Stop.NONE).as("run %d", id).isTrue();
        stopped += stop == Stop.TIMEOUT ? 1 : 0;
      }
    } finally {
      done.set(true);
      stopper.join();
    }
    assertThat(stopped).as("the race took place").isPositive();
  }

  @Test
  void beginningAndEnding_allocateNothing() {
    ClaimedRun run = run(1);
    Task task = task();

    assertThat(Allocated.bytesPerCall(1000, () -> {
          slot.begin(run, task, 1000);
          slot.end();
        }))
        .isZero();
  }

  private static ClaimedRun run(long id) {
    return new ClaimedRun(id, 3, 1, 0, -1, 0, 0, PAYLOAD);
  }

  private static Task task() {
    return new Task(
        3, "t", 1, "echo", null, PARAMETERS, 30, 0, TaskStatus.ACTIVE, Ids.NONE, 0, null, 0, 0, 0);
  }
}
