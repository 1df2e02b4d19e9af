package dev.tare.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.Eventually;
import dev.tare.scheduler.worker.executor.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scheduler over a pool of the program that embeds it. */
@Timeout(120)
class OwnPoolTest {

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "embedded"})
  void poolOfOneConnection_isEnough_andIsFreeInBetween(String specification) throws Exception {
    Database database = Database.of(specification).empty();
    try (HikariDataSource pool = DataSources.pooled(database.url(), 1)) {
      try (Scheduler scheduler = Scheduler.builder()
          .dataSource(pool)
          .pollInterval(Duration.ofMillis(100))
          .build()) {
        scheduler.register("count", run -> Outcome.DONE);
        scheduler.start();
        Task task = scheduler.schedule(NewTask.builder("counted", "count").build());
        for (int i = 0; i < 50; i++) {
          scheduler.submit(task.id(), null);
        }

        Eventually.await(
            "all are completed", () -> scheduler.runs().stats(task.id(), 0).completed() == 50);
        Eventually.await("nobody has it", () -> connectionsInUse(pool) == 0);
      }
      assertThat(connectionsInUse(pool)).as("after it was closed").isZero();
      pool.getConnection().close(); // it stays its owner's
    }
  }

  private static int connectionsInUse(HikariDataSource pool) {
    return pool.getHikariPoolMXBean().getActiveConnections();
  }

  @Test
  void connectionsThatAreKept_areOthers_andBringRunsOfOtherProcessesAtOnce() {
    Database database = Database.of("embedded").empty();
    try (HikariDataSource pool = DataSources.pooled(database.url(), 1);
        Scheduler executing = Scheduler.builder()
            .dataSource(pool)
            .keeping(database.dataSource())
            .pollInterval(Duration.ofMinutes(10))
            .build();
        Scheduler other =
            Scheduler.builder().database(database.url()).connections(1).build()) {
      executing.register("count", run -> Outcome.DONE);
      executing.start();
      other.start();
      Eventually.await("it is there", () -> !other.workers().alive().isEmpty());
      Task task = other.schedule(NewTask.builder("counted", "count").build());

      for (int completed = 1; completed <= 3; completed++) {
        int expected = completed;
        other.submit(task.id(), null);
        Eventually.await(
            "it is executed", () -> other.runs().stats(task.id(), 0).completed() == expected);
      }
    }
  }
}
