package dev.tare.scheduler.dispatch;

import static dev.tare.scheduler.dispatch.Node.at;
import static dev.tare.scheduler.dispatch.Node.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.testkit.Database;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** An hour of a schedule a second, by dispatchers that never agree on the time. */
class DispatchHourTest {
  private static final long NOON = at("2026-03-02T12:00:00Z");
  private static final int HOUR_SECONDS = 3600;
  private static final int DISPATCHERS = 3;

  @Test
  void everySecond_isRunOnceAndInOrder() {
    long seed = System.nanoTime();
    System.out.println("everySecond_isRunOnceAndInOrder seed=" + seed);
    Random random = new Random(seed);
    Database database = Database.of("sqlite").empty();
    List<Node> nodes = new ArrayList<>();
    try {
      List<Dispatcher> dispatchers = new ArrayList<>();
      for (int i = 0; i < DISPATCHERS; i++) {
        nodes.add(new Node(database, "PRAGMA synchronous = OFF")); // an hour of commits
        dispatchers.add(nodes.get(i).dispatcher());
      }
      Node node = nodes.get(0);
      List<Task> tasks = List.of(
          node.create(task("a", "* * * * * *"), NOON), node.create(task("b", "* * * * * *"), NOON));
      for (int second = 0; second < HOUR_SECONDS; second++) {
        long now = NOON + second * 1000L;
        Collections.shuffle(dispatchers, random);
        // One looks in time; whether another does as well, and when in this second, is chance.
        int looking = 1 + random.nextInt(2);
        for (int i = 0; i < looking; i++) {
          long at = now + random.nextInt(1000);
          long next = dispatchers.get(i).scan(at); // earlier where recovery is to be looked at
          assertThat(next).as("seed %s", seed).isBetween(at + 1, now + 1000);
        }
        int ended = node.completeAll(RunStatus.COMPLETED, now + 999);
        assertThat(ended).as("second %s, seed %s", second, seed).isEqualTo(tasks.size());
      }

      for (Task task : tasks) {
        List<TaskRun> runs = new ArrayList<>(node.runs.recent(task.id(), 2 * HOUR_SECONDS));
        Collections.reverse(runs);
        assertThat(runs).as("seed %s", seed).hasSize(HOUR_SECONDS);
        for (int second = 0; second < HOUR_SECONDS; second++) {
          assertThat(runs.get(second).scheduledAt()).isEqualTo(NOON + second * 1000L);
        }
      }
      assertThat(dispatchers)
          .as("all took part, seed %s", seed)
          .allSatisfy(each -> assertThat(each.stats().created()).isPositive());
      assertThat(dispatchers.stream().mapToLong(each -> each.stats().skipped()).sum())
          .isZero();
    } finally {
      nodes.forEach(Node::close);
    }
  }
}
