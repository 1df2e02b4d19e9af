package dev.tare.scheduler.dispatch;

import static dev.tare.scheduler.dispatch.Node.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.testkit.Database;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that ends every process that executes it. */
class PoisonousRunTest {
  private static final long NOON = at("2026-03-02T12:00:00Z");

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "embedded"})
  void runThatEndsItsWorkers_isTriedAgainAsItsTaskSays_andThenNoMore(String specification) {
    try (Node node = new Node(Database.of(specification).empty())) {
      Dispatcher dispatcher = node.dispatcher();
      Task task = node.tasks.create(NewTask.builder("t", "echo").maxRetries(1).build(), 0, NOON);
      node.runs.create(NewRun.onDemand(task.id(), task.typeId(), NOON, null), NOON);
      int handedOut = 0;
      for (int scan = 0; scan < 60; scan++) {
        long now = NOON + scan * 15_000L;
        dispatcher.scan(now);
        handedOut += node.runs.claim("worker" + scan, TypeSet.ALL, 10, now).size();
      }

      assertThat(handedOut).isEqualTo(20);
      assertThat(node.runsOf(task))
          .extracting(TaskRun::status, TaskRun::attempt, TaskRun::retryCount, TaskRun::errorMessage)
          .containsExactly(
              tuple(
                  RunStatus.FAILED, 10, 0, "lost with its worker, in the last of its 10 attempts"),
              tuple(
                  RunStatus.FAILED, 10, 1, "lost with its worker, in the last of its 10 attempts"));
      assertThat(dispatcher.stats().givenUp()).isEqualTo(2);
      assertThat(dispatcher.stats().takenBack()).isEqualTo(18);
    }
  }
}
