package dev.tare.scheduler.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.ManualClock;
import dev.tare.scheduler.listener.ListenerSettings;
import dev.tare.scheduler.listener.RecordedRuns;
import dev.tare.scheduler.listener.StateListener;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;
import dev.tare.scheduler.worker.executor.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pool without a loop: what it does with runs that it should not execute. */
@Timeout(60)
class PoolTest {
  private static final Task TASK = new Task(
      3,
      "t",
      1,
      "work",
      null,
      Bytes.of(new byte[0]),
      30,
      0,
      TaskStatus.ACTIVE,
      Ids.NONE,
      0,
      null,
      0,
      0,
      0);

  private final ManualClock clock = ManualClock.at("2027-01-15T08:00:00Z");
  private final RecordedRuns recorded = new RecordedRuns();
  private final StateListener listener = new StateListener(
      recorded.port(),
      RecordedRuns.workers(new ArrayList<>()),
      new ListenerSettings(64, 8, 1, 1, 2));
  private final ExecutorRegistry executors = new ExecutorRegistry();
  private final List<Long> executed = Collections.synchronizedList(new ArrayList<>());
  private final Pool pool = new Pool(
      WorkerSettings.of("w", "host", "::1", 1), listener, id -> lookUp(), executors, clock);
  private volatile boolean tasksAreAway;

  private Task lookUp() {
    if (tasksAreAway) {
      throw new IllegalStateException("no database");
    }
    return TASK;
  }

  private void start() {
    executors.register("work", context -> {
      executed.add(context.runId());
      return Outcome.DONE;
    });
    pool.renewLease(clock.millis() + 1000);
    listener.start();
    pool.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    pool.buffer.close();
    assertThat(pool.join(System.nanoTime() + 10_000_000_000L)).isTrue();
    listener.close();
  }

  @Test
  void cancelledRunThatWaits_isNotExecuted() {
    pool.cancelWaiting(2);
    start();
    pool.buffer.publish(List.of(run(1), run(2), run(3)));

    Eventually.await("all are reported", () -> recorded.runIds().size() == 3);
    assertThat(executed).containsExactly(1L, 3L);
    assertThat(recorded.batches.stream().flatMap(List::stream).map(Completion::status))
        .containsExactly(RunStatus.COMPLETED, RunStatus.CANCELLED, RunStatus.COMPLETED);
    assertThat(pool.isCancelled(2)).as("it was asked for once").isFalse();
  }

  @Test
  void cancelledRunThatIsNotHeld_isForgotten() {
    RunTable held = new RunTable();
    held.add(5, 1);
    pool.cancelWaiting(4);
    pool.cancelWaiting(5);

    pool.forgetMarks(held);

    assertThat(pool.isCancelled(4)).isFalse();
    assertThat(pool.isCancelled(5)).isTrue();
  }

  @Test
  void runsHeldBeyondTheLease_areNotBegun_andGoBack() {
    RunTable held = new RunTable();
    held.add(1, 1);
    held.add(2, 1);
    held.add(3, 1);
    start();
    clock.advance(Duration.ofMillis(1001));
    pool.buffer.publish(List.of(run(1), run(2)));

    Eventually.await("both were taken", () -> pool.buffer.taken() == 2 && pool.anyGivenBack());
    Eventually.await("both are back", () -> {
      pool.forgetGivenBack(held);
      return held.size() == 1;
    });
    assertThat(executed).isEmpty();
    assertThat(recorded.batches).isEmpty();
  }

  @Test
  void runsOfALeaseThatWasOver_areNotBegunUnderTheNext() {
    RunTable held = new RunTable();
    held.add(1, 1);
    held.add(2, 1);
    start();

    pool.forfeit(held);
    pool.renewLease(clock.millis() + 5000);
    pool.buffer.publish(List.of(run(1), claimed(2, 2), run(3)));

    Eventually.await("the others are executed", () -> recorded.runIds().size() == 2);
    assertThat(executed).as("2 was claimed anew").containsExactly(2L, 3L);
    pool.forgetGivenBack(held);
    assertThat(held.remove(1, 1)).as("it went back").isFalse();
  }

  @Test
  void runsWhoseTaskCanNotBeLookedUp_goBack_andTheThreadGoesOn() {
    tasksAreAway = true;
    start();
    pool.buffer.publish(List.of(run(1)));
    Eventually.await("it went back", pool::anyGivenBack);

    tasksAreAway = false;
    pool.buffer.publish(List.of(run(2)));

    Eventually.await("the next is executed", () -> recorded.runIds().equals(List.of(2L)));
  }

  @Test
  void runThatIgnoresItsInterrupt_isReportedAllTheSame() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    executors.register("work", context -> {
      begun.countDown();
      boolean open = false;
      while (!open) {
        try {
          go.await();
          open = true;
        } catch (InterruptedException e) {
          // stubborn
        }
      }
      return Outcome.DONE;
    });
    pool.renewLease(Long.MAX_VALUE);
    listener.start();
    pool.start();
    Watch watch = new Watch(pool);
    Thread watching = new Thread(watch);
    watching.start();
    pool.buffer.publish(List.of(run(1)));
    begun.await();

    clock.advance(Duration.ofSeconds(31));
    Eventually.await("it is interrupted", () -> pool.slots()[0].ignoring(Long.MAX_VALUE) != null);
    clock.advance(Duration.ofSeconds(11));

    Eventually.await("it is reported", () -> recorded.runIds().equals(List.of(1L)));
    go.countDown();
    Eventually.await("its own end comes too", () -> recorded.runIds().equals(List.of(1L, 1L)));
    assertThat(recorded.batches.stream().flatMap(List::stream).map(Completion::status))
        .containsOnly(RunStatus.TIMEOUT);
    watch.close();
    watching.join();
  }

  private static ClaimedRun run(long id) {
    return claimed(id, 1);
  }

  private static ClaimedRun claimed(long id, int attempt) {
    return new ClaimedRun(id, 3, attempt, 0, -1, 0, 0, null);
  }
}
