package dev.tare.scheduler.dispatch;

import static dev.tare.scheduler.dispatch.Node.at;
import static dev.tare.scheduler.dispatch.Node.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.retry.RetryPolicy;
import dev.tare.scheduler.testkit.Database;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks are due by the clocks of a zone, also where these are changed. */
class DispatchZoneTest {
  private static final CronCache BERLIN = new CronCache(ZoneId.of("Europe/Berlin"));

  /** Looks once a day, unless a task is due: so the instants are the dispatcher's own. */
  private static final DispatchSettings RARELY = new DispatchSettings(
      86_400_000, 500, 86_400_000, 90_000, 60_000, 60_000, 10, 0, RetryPolicy.DEFAULT, 5000);

  private Node node;

  @BeforeEach
  void open() {
    node = new Node(Database.of("sqlite").empty());
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void timeThatClocksSkip_makesNoRun() {
    assertThat(madeBy("0 30 2 * * *", "2026-03-28T00:00:00Z", "2026-03-31T00:00:00Z"))
        .isEqualTo(instants("2026-03-28T01:30:00Z", "2026-03-30T00:30:00Z"));
  }

  @Test
  void nightlyTask_runsOnceInTheNightWithTheHourTwice() {
    assertThat(madeBy("0 30 2 * * *", "2026-10-24T00:00:00Z", "2026-10-27T00:00:00Z"))
        .isEqualTo(
            instants("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"));
  }

  @Test
  void halfHourlyTask_keepsItsPace() {
    assertThat(madeBy("0 0/30 * * * *", "2026-10-25T00:00:00Z", "2026-10-25T02:30:00Z"))
        .isEqualTo(instants(
            "2026-10-25T00:30:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:30:00Z",
            "2026-10-25T02:00:00Z"));
  }

  /** A dispatcher that was away through the change makes one run and meets the clocks again. */
  @Test
  void instantsMissedThroughAChange_makeOneRun() {
    Task task = node.create(
        task("t", "0 30 2 * * *"), BERLIN.nextDueAt("0 30 2 * * *", at("2026-03-27T12:00:00Z")));

    node.dispatcher(DispatchSettings.DEFAULT, BERLIN).scan(at("2026-03-29T12:00:00Z"));

    assertThat(node.instantsOf(task)).isEqualTo(instants("2026-03-28T01:30:00Z"));
    assertThat(node.nextOf(task)).isEqualTo("2026-03-30T00:30:00Z");
  }

  /** The instants between two that make runs, if the dispatcher scans when it says it wants to. */
  private List<Instant> madeBy(String cron, String from, String until) {
    long start = at(from);
    Task task = node.create(task("t", cron), BERLIN.nextDueAt(cron, start));
    Dispatcher dispatcher = node.dispatcher(RARELY, BERLIN);
    for (long now = start; now < at(until); now = dispatcher.scan(now)) {
      node.completeAll(RunStatus.COMPLETED, now);
    }
    return node.instantsOf(task);
  }

  private static List<Instant> instants(String... texts) {
    return Arrays.stream(texts).map(Instant::parse).toList();
  }
}
