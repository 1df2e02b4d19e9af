package dev.tare.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.worker.executor.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two schedulers on one PostgreSQL, as in two processes. */
class SharedSchedulersTest {
  private final Database database = Database.of("embedded").empty();

  private Scheduler scheduler() {
    return Scheduler.builder()
        .database(database.url())
        .concurrency(2)
        .connections(2)
        .batches(10, 10)
        .pollInterval(Duration.ofMillis(50))
        .build();
  }

  @Test
  void runs_areSharedAndExecutedOnceEach() {
    Set<Long> executed = ConcurrentHashMap.newKeySet();
    AtomicInteger twice = new AtomicInteger();
    Set<String> workers = ConcurrentHashMap.newKeySet();
    CountDownLatch both = new CountDownLatch(2);
    try (Scheduler one = scheduler();
        Scheduler other = scheduler()) {
      for (Scheduler scheduler : List.of(one, other)) {
        String worker = scheduler.worker().id();
        scheduler.register("count", run -> {
          if (!executed.add(run.runId())) {
            twice.incrementAndGet();
          }
          if (workers.add(worker)) {
            both.countDown();
          }
          both.await(); // nobody takes all before the other has come
          return Outcome.DONE;
        });
        scheduler.start();
      }
      Task task = one.schedule(NewTask.builder("counted", "count").build());
      List<Submission> batch = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        batch.add(Submission.of(task.id()));
      }
      one.submitAll(batch);
      Eventually.await(
          "all are completed", () -> one.runs().stats(task.id(), 0).completed() == 300);
    }
    assertThat(twice).hasValue(0);
    assertThat(executed).hasSize(300);
    assertThat(workers).hasSize(2);
  }

  @Test
  void runOfAnotherProcess_isCancelled() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    try (Scheduler executing = scheduler();
        Scheduler asking = scheduler()) {
      executing.register("wait", run -> {
        begun.countDown();
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          interrupted.countDown();
          throw e;
        }
        return Outcome.DONE;
      });
      executing.start();
      asking.start();
      Task task = asking.schedule(NewTask.builder("waiting", "wait").build());
      long runId = asking.submit(task.id(), null);
      Eventually.await(begun);

      asking.cancel(runId);

      Eventually.await("it was interrupted", () -> interrupted.getCount() == 0);
      assertThat(asking.runs().byId(runId).orElseThrow().status()).isEqualTo(RunStatus.CANCELLED);
    }
  }
}
