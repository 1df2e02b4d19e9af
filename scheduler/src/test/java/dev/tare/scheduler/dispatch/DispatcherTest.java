package dev.tare.scheduler.dispatch;

import static dev.tare.scheduler.dispatch.Node.at;
import static dev.tare.scheduler.dispatch.Node.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.testkit.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a scan makes of what is due. */
class DispatcherTest {
  private static final long NOON = at("2026-03-02T12:00:00Z");
  private static final String MINUTELY = "0 * * * * *";

  private Node node;
  private Dispatcher dispatcher;

  @BeforeEach
  void open() {
    node = new Node(Database.of("sqlite").empty());
    dispatcher = node.dispatcher();
  }

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void dueTask_makesItsRunAndMovesOn() {
    Task task = node.create(task("t", MINUTELY), NOON);

    assertThat(dispatcher.scan(NOON - 1)).isEqualTo(NOON);
    assertThat(node.runsOf(task)).isEmpty();
    dispatcher.scan(NOON);

    assertThat(node.runsOf(task))
        .extracting(TaskRun::status, TaskRun::scheduledAt, TaskRun::shardIndex, TaskRun::payload)
        .containsExactly(tuple(RunStatus.PENDING, NOON, NewRun.NO_SHARD, null));
    assertThat(node.nextOf(task)).isEqualTo("2026-03-02T12:01:00Z");
    dispatcher.scan(NOON + 1);
    assertThat(node.runsOf(task)).hasSize(1);
  }

  @Test
  void shards_areMadeAllAtOnce() {
    Task task = node.create(task("t", MINUTELY).shards(3, "k"), NOON);

    dispatcher.scan(NOON);

    assertThat(node.runsOf(task))
        .extracting(TaskRun::shardIndex, TaskRun::shardTotal)
        .containsExactly(tuple(0, 3), tuple(1, 3), tuple(2, 3));
    assertThat(dispatcher.stats().created()).isEqualTo(3);
  }

  @Test
  void missedInstants_makeOneRunAndTheNextIsFromNow() {
    Task task = node.create(task("t", MINUTELY), NOON);

    dispatcher.scan(at("2026-03-02T12:34:56Z"));

    assertThat(node.instantsOf(task)).containsExactly(Instant.ofEpochMilli(NOON));
    assertThat(node.nextOf(task)).isEqualTo("2026-03-02T12:35:00Z");
  }

  @Test
  void unfinishedRun_letsTheInstantBeSkipped() {
    Task task = node.create(task("t", MINUTELY), NOON);
    dispatcher.scan(NOON);

    dispatcher.scan(NOON + 60_000);

    assertThat(node.instantsOf(task)).containsExactly(Instant.ofEpochMilli(NOON));
    assertThat(node.nextOf(task)).isEqualTo("2026-03-02T12:02:00Z");
    assertThat(dispatcher.stats().skipped()).isEqualTo(1);

    node.completeAll(RunStatus.FAILED, NOON + 90_000);
    dispatcher.scan(NOON + 120_000);
    assertThat(node.instantsOf(task))
        .containsExactly(Instant.ofEpochMilli(NOON), Instant.ofEpochMilli(NOON + 120_000));
    assertThat(dispatcher.stats().skipped()).isEqualTo(1);
  }

  @Test
  void dispatcherThatDiedBeforeMovingOn_isFinishedByTheNext() {
    Task task = node.create(task("t", MINUTELY), NOON);
    node.runs.createDue(
        List.of(new NewRun(task.id(), task.typeId(), NOON, true, 0, NewRun.NO_SHARD, 0, null)),
        NOON);

    dispatcher.scan(NOON);

    assertThat(node.runsOf(task)).hasSize(1);
    assertThat(node.nextOf(task)).isEqualTo("2026-03-02T12:01:00Z");
    assertThat(dispatcher.stats())
        .extracting(DispatchStats::created, DispatchStats::skipped)
        .containsExactly(0L, 0L);
  }

  @Test
  void dependentTask_waitsForTheSameInstantsRun() {
    Task first = node.create(task("first", MINUTELY), NOON);
    Task then = node.create(task("then", MINUTELY).dependencies(ids(first)), NOON);
    dispatcher.scan(NOON - 60_000);

    assertThat(dispatcher.scan(NOON)).as("does not spin").isGreaterThan(NOON + 1000);
    assertThat(node.runsOf(first)).hasSize(1);
    assertThat(node.runsOf(then)).isEmpty();
    assertThat(dispatcher.stats().waiting()).isEqualTo(1);
    node.completeAll(RunStatus.FAILED, NOON + 1000);
    dispatcher.scan(NOON + 2000);
    assertThat(node.runsOf(then)).as("failed").isEmpty();

    dispatcher.scan(NOON + 60_000);
    node.completeAll(RunStatus.COMPLETED, NOON + 61_000);
    dispatcher.scan(NOON + 62_000);

    assertThat(node.instantsOf(then)).containsExactly(Instant.ofEpochMilli(NOON));
    assertThat(node.nextOf(then)).isEqualTo("2026-03-02T12:02:00Z");
    assertThat(dispatcher.stats().waiting()).isZero();
  }

  @Test
  void yesterdaysCompletion_doesNotServeToday() {
    Task first = node.create(task("first", "0 0 12 * * *"), NOON);
    Task then = node.create(task("then", "0 0 12 * * *").dependencies(ids(first)), NOON);
    dispatcher.scan(NOON);
    node.completeAll(RunStatus.COMPLETED, NOON + 1000);
    dispatcher.scan(NOON + 10_000);
    node.completeAll(RunStatus.COMPLETED, NOON + 11_000);
    assertThat(node.runsOf(then)).hasSize(1);

    long tomorrow = NOON + 24 * 3_600_000;
    dispatcher.scan(tomorrow);

    assertThat(node.runsOf(first)).hasSize(2);
    assertThat(node.runsOf(then)).hasSize(1);
    node.completeAll(RunStatus.COMPLETED, tomorrow + 1000);
    dispatcher.scan(tomorrow + 10_000);
    assertThat(node.runsOf(then)).hasSize(2);
  }

  /** The dependency is due at every scan, but later than the task that waits. */
  @Test
  void dependencyThatIsAlwaysDue_starvesNobody() {
    Task first = node.create(task("first", "* * * * * *"), NOON);
    Task then = node.create(task("then", "* * * * * *").dependencies(ids(first)), NOON);

    for (long now = NOON; now < NOON + 5000; now += 1000) {
      dispatcher.scan(now);
      node.completeAll(RunStatus.COMPLETED, now + 500);
    }

    assertThat(node.runsOf(first)).hasSize(5);
    assertThat(node.runsOf(then)).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void waitingTasks_keepNobodyFromHisTurn() {
    Dispatcher narrow = node.dispatcher(DispatchSettings.DEFAULT.withBatch(2));
    Task never = node.tasks.create(NewTask.builder("never", "echo").build(), 0, NOON);
    for (int i = 0; i < 9; i++) {
      node.create(task("waits" + i, MINUTELY).dependencies(ids(never)), NOON - 60_000);
    }
    List<Task> ready = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ready.add(node.create(task("ready" + i, MINUTELY), NOON));
    }

    long next = narrow.scan(NOON);

    assertThat(ready).allSatisfy(task -> assertThat(node.runsOf(task)).hasSize(1));
    assertThat(narrow.stats().waiting()).isEqualTo(9);
    assertThat(next).as("and the next ones are known").isEqualTo(NOON + 10_000);
    assertThat(narrow.scan(NOON + 55_000)).isEqualTo(NOON + 60_000);
  }

  @Test
  void runsThatWereMadeBeforeAScanFailed_wakeTheWorkers() {
    Task task = node.create(task("t", MINUTELY), NOON);
    AtomicInteger wakes = new AtomicInteger();
    Dispatcher waking = new Dispatcher(
        node.tasks,
        node.runs,
        node.workers,
        CronCache.utc(),
        DispatchSettings.DEFAULT,
        Clock.systemUTC(),
        wakes::incrementAndGet);
    node.connections.failAfter(4); // earliest, due, overlapping, create

    assertThatThrownBy(() -> waking.scan(NOON)).isInstanceOf(StorageException.class);

    assertThat(wakes).hasValue(1);
    node.connections.fail(false);
    assertThat(node.runsOf(task)).hasSize(1);
  }

  @Test
  void manyDueTasks_areMadeInOneScan() {
    Dispatcher narrow = node.dispatcher(DispatchSettings.DEFAULT.withBatch(3));
    for (int i = 0; i < 10; i++) {
      node.create(task("t" + i, MINUTELY), NOON);
    }

    assertThat(narrow.scan(NOON)).isEqualTo(NOON + 10_000);

    assertThat(narrow.stats().created()).isEqualTo(10);
    assertThat(node.runs.pending(100)).hasSize(10);
  }

  @Test
  void unreadableSchedule_stopsNobodyElse() {
    Task bad = node.create(task("bad", "no cron at all"), NOON - 1000);
    Task good = node.create(task("good", MINUTELY), NOON);

    dispatcher.scan(NOON);
    dispatcher.scan(NOON + 60_000);

    assertThat(node.runsOf(good)).hasSize(1);
    assertThat(node.runsOf(bad)).isEmpty();
    assertThat(node.tasks.byId(bad.id()).orElseThrow().nextDueAt()).as("never").isZero();
    assertThat(dispatcher.stats().unreadable()).as("once").isEqualTo(1);
  }

  @Test
  void scheduleThatNeverComesAgain_isDueNever() {
    Task task = node.create(task("t", "0 0 0 30 2 *"), NOON);

    dispatcher.scan(NOON);

    assertThat(node.runsOf(task)).hasSize(1);
    assertThat(node.tasks.byId(task.id()).orElseThrow().nextDueAt()).isZero();
    assertThat(dispatcher.stats().unreadable()).isZero();
  }

  @Test
  void idleScan_isOneRoundTrip() {
    node.create(task("t", MINUTELY), NOON);
    dispatcher.scan(NOON - 5000);
    node.connections.executed();

    assertThat(dispatcher.scan(NOON - 2000)).isEqualTo(NOON);

    assertThat(node.connections.executed()).isEqualTo(1);
    dispatcher.scan(NOON);
    assertThat(node.connections.executed())
        .as("due, overlapping, create, advance, earliest")
        .isEqualTo(5);
  }

  @Test
  void idleScan_allocatesWhatTheQuestionCosts() {
    node.create(task("t", MINUTELY), NOON);
    dispatcher.scan(NOON - 5000);

    long question = Allocated.bytesPerCall(200, () -> node.tasks.earliestDueAt());
    long scan = Allocated.bytesPerCall(200, () -> dispatcher.scan(NOON - 2000));

    assertThat(scan - question).isLessThanOrEqualTo(64);
  }

  private static Ids ids(Task task) {
    return Ids.of(task.id());
  }
}
