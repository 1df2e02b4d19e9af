package dev.tare.scheduler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.retry.RetryPolicy;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.worker.executor.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole scheduler in one process, over SQLite. */
class SchedulerTest {
  private final Database database = Database.of("sqlite").empty();
  private final Scheduler scheduler = builder().build();

  private SchedulerBuilder builder() {
    return Scheduler.builder()
        .database(database.url())
        .concurrency(4)
        .pollInterval(Duration.ofMillis(200))
        .scanInterval(Duration.ofMillis(200))
        .retry(new RetryPolicy(1, 1, 0));
  }

  @AfterEach
  void close() {
    scheduler.close();
  }

  private static Bytes json(String text) {
    return Bytes.of(text.getBytes(UTF_8));
  }

  private TaskRun awaitEnd(long runId) {
    Eventually.await(
        "run " + runId + " ends",
        () -> scheduler.runs().byId(runId).orElseThrow().status().isFinished());
    return scheduler.runs().byId(runId).orElseThrow();
  }

  @Test
  void submittedRun_isExecutedWithItsPayload_andItsResultIsKept() {
    scheduler.register("greet", run -> Outcome.completed(run.parameters()));
    scheduler.start();
    Task task = scheduler.schedule(NewTask.builder("hello", "greet").build());

    TaskRun run = awaitEnd(scheduler.submit(task.id(), json("{\"name\":\"Ada\"}")));

    assertThat(run.status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(run.result()).isEqualTo(json("{\"name\":\"Ada\"}"));
    assertThat(run.attempt()).isEqualTo(1);
  }

  @Test
  void submittedRun_isClaimedAtOnce_notAtTheNextPoll() throws InterruptedException {
    CountDownLatch executed = new CountDownLatch(1);
    try (Scheduler patient = builder().pollInterval(Duration.ofMinutes(10)).build()) {
      patient.register("greet", run -> {
        executed.countDown();
        return Outcome.DONE;
      });
      patient.start();
      Task task = patient.schedule(NewTask.builder("hello", "greet").build());
      patient.submit(task.id(), null);
      assertThat(executed.await(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void submittedBatch_isExecutedOnceEach() {
    Set<Long> executed = ConcurrentHashMap.newKeySet();
    List<Long> twice = new ArrayList<>();
    scheduler.register("count", run -> {
      if (!executed.add(run.runId())) {
        synchronized (twice) {
          twice.add(run.runId());
        }
      }
      return Outcome.DONE;
    });
    scheduler.start();
    Task task = scheduler.schedule(NewTask.builder("counted", "count").build());
    List<Submission> batch = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      batch.add(Submission.of(task.id()));
    }

    long[] ids = scheduler.submitAll(batch);

    assertThat(ids).hasSize(2000).doesNotHaveDuplicates();
    Eventually.await(
        "all are completed", () -> scheduler.runs().stats(task.id(), 0).completed() == ids.length);
    assertThat(twice).isEmpty();
    assertThat(executed).hasSize(2000);
  }

  @Test
  void scheduledTask_runsByItself() {
    CountDownLatch three = new CountDownLatch(3);
    scheduler.register("tick", run -> {
      three.countDown();
      return Outcome.DONE;
    });
    scheduler.start();
    scheduler.schedule(NewTask.builder("ticks", "tick").schedule("* * * * * *").build());
    Eventually.await("it ran three times", () -> three.getCount() == 0);
  }

  @Test
  void definition_thatIsScheduledAgain_changesTheTaskOfThatName() {
    Task first = scheduler.schedule(NewTask.builder("hello", "greet").build());
    Task same = scheduler.schedule(NewTask.builder("hello", "greet").build());
    Task changed =
        scheduler.schedule(NewTask.builder("hello", "greet").timeoutSeconds(5).build());

    assertThat(same).isEqualTo(first);
    assertThat(changed.id()).isEqualTo(first.id());
    assertThat(scheduler.tasks().byId(first.id()).orElseThrow().timeoutSeconds())
        .isEqualTo(5);
  }

  @Test
  void failedRun_isTriedAgain_asOftenAsItsTaskSays() {
    scheduler.register("fail", run -> Outcome.failed("no " + run.retryCount(), null));
    scheduler.start();
    Task task =
        scheduler.schedule(NewTask.builder("failing", "fail").maxRetries(2).build());
    scheduler.submit(task.id(), null);

    Eventually.await(
        "three runs failed", () -> scheduler.runs().stats(task.id(), 0).failed() == 3);
    assertThat(scheduler.runs().recent(task.id(), 10))
        .extracting(TaskRun::errorMessage)
        .containsExactlyInAnyOrder("no 0", "no 1", "no 2");
  }

  @Test
  void cancelledRun_isInterrupted_andStaysCancelled() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    scheduler.register("wait", run -> {
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
      return Outcome.DONE;
    });
    scheduler.start();
    Task task = scheduler.schedule(NewTask.builder("waiting", "wait").build());
    long runId = scheduler.submit(task.id(), null);
    Eventually.await(begun);

    assertThat(scheduler.cancel(runId)).isEqualTo(StatusChange.CHANGED);

    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    scheduler.close();
    try (Scheduler reader = builder().build()) {
      assertThat(reader.runs().byId(runId).orElseThrow().status()).isEqualTo(RunStatus.CANCELLED);
    }
  }

  @Test
  void endedRun_isRestartedAsANewOne_andOneThatWaitsIsNot() {
    Task task = scheduler.schedule(NewTask.builder("hello", "greet").build());
    long waiting = scheduler.submit(task.id(), json("{\"a\":1}"));
    assertThatThrownBy(() -> scheduler.restart(waiting))
        .isInstanceOf(IllegalTransitionException.class);

    scheduler.cancel(waiting);
    long again = scheduler.restart(waiting);

    assertThat(again).isGreaterThan(waiting);
    assertThat(scheduler.runs().byId(again).orElseThrow().payload()).isEqualTo(json("{\"a\":1}"));
  }

  @Test
  void triggeredShards_areOneRunEach() {
    scheduler.register("shard", run -> Outcome.DONE);
    Task task =
        scheduler.schedule(NewTask.builder("parts", "shard").shards(3, "id").build());
    assertThatThrownBy(() -> scheduler.submit(task.id(), null))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("trigger it");

    long[] ids = scheduler.trigger(task.id(), null);

    assertThat(ids).hasSize(3);
    assertThat(scheduler.runs().byId(ids[2]).orElseThrow().shardIndex()).isEqualTo(2);
  }

  @Test
  void submission_isRefusedForATaskThatIsNotThereOrNotActive() {
    assertThatThrownBy(() -> scheduler.submit(99, null)).isInstanceOf(NotFoundException.class);
    NewTask resting =
        NewTask.builder("resting", "greet").status(TaskStatus.INACTIVE).build();
    Task task = scheduler.schedule(resting);
    assertThatThrownBy(() -> scheduler.submit(task.id(), null))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("set it ACTIVE");
  }

  @Test
  void change_ofATask_isSeenByTheNextSubmission() {
    Task task = scheduler.schedule(NewTask.builder("hello", "greet").build());
    scheduler.submit(task.id(), null);
    scheduler.tasks().delete(task.id(), 1);
    assertThatThrownBy(() -> scheduler.submit(task.id(), null))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void close_writesHowRunsEnded() {
    scheduler.register("greet", run -> Outcome.DONE);
    scheduler.start();
    Task task = scheduler.schedule(NewTask.builder("hello", "greet").build());
    long[] ids = scheduler.submitAll(List.of(Submission.of(task.id()), Submission.of(task.id())));
    scheduler.close();

    try (Scheduler reader = builder().build()) {
      for (long id : ids) {
        assertThat(reader.runs().byId(id).orElseThrow().status())
            .isIn(RunStatus.COMPLETED, RunStatus.PENDING);
      }
      assertThat(reader.workers().alive()).isEmpty();
    }
  }

  @Test
  void builder_refusesWhatCanNotWork() {
    assertThatThrownBy(() -> Scheduler.builder().database("jdbc:mysql://localhost/x"))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> Scheduler.builder().database("jdbc:sqlite::memory:"))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("name a file");
    assertThatThrownBy(
            () -> Scheduler.builder().lease(Duration.ofSeconds(20), Duration.ofSeconds(30)))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("three heartbeats");
  }
}
