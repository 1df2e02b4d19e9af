package dev.tare.scheduler.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStats;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.worker.TypeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link RunQueries} answers, over every database. */
public abstract class RunQueriesContract {
  private static final long NOW = 1_800_000_000_000L;
  private static final long TASK = 7;

  private TaskRunRepository runs;
  private TaskRepository tasks;

  /** The stores under test over an empty database. */
  protected abstract Stores emptyStores();

  @BeforeEach
  void startEmpty() {
    Stores stores = emptyStores();
    runs = stores.runs();
    tasks = stores.tasks();
  }

  @Test
  void runsOfATask_comeNewestFirst() {
    List<Long> created = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      created.add(0, create(TASK, NOW - i));
      create(TASK + 1, NOW);
    }
    finish(claim("w", 3).get(0), RunStatus.COMPLETED, NOW);

    assertThat(everyPage(page -> runs.byTask(TASK, page), 7)).isEqualTo(created);
    assertThat(ids(runs.recent(TASK, 3))).isEqualTo(created.subList(0, 3));
    assertThat(runs.byTask(404, PageRequest.first()).items()).isEmpty();
    assertThat(runs.recent(404, 3)).isEmpty();
  }

  @Test
  void listedRun_isTheWholeRun() {
    Bytes payload = Bytes.of(new byte[] {1});
    long id = runs.create(new NewRun(TASK, 3, NOW, true, 2, 1, 4, payload), NOW);
    ClaimedRun claimed = claim("w", 1).get(0);
    runs.complete(List.of(new Completion(
        id, claimed.attempt(), RunStatus.FAILED, NOW + 9, Bytes.of(new byte[] {2}), "broke")));
    TaskRun whole = runs.byId(id).orElseThrow();

    assertThat(runs.byTask(TASK, PageRequest.first()).items()).containsExactly(whole);
    assertThat(runs.byWorker("w", PageRequest.first()).items()).containsExactly(whole);
    assertThat(runs.byStatus(RunStatus.FAILED, PageRequest.first()).items()).containsExactly(whole);
    assertThat(runs.recent(TASK, 1)).containsExactly(whole);
  }

  @Test
  void runsOfAWorker_areThoseItHoldsAndThoseItFinished() {
    for (int i = 0; i < 9; i++) {
      create(TASK, NOW);
    }
    List<ClaimedRun> claimed = claim("w", 6);
    claim("other", 2);
    finish(claimed.get(1), RunStatus.COMPLETED, NOW + 1);
    finish(claimed.get(4), RunStatus.FAILED, NOW);
    runs.updateStatus(claimed.get(5).id(), RunStatus.PENDING, null, NOW);

    List<Long> held = new ArrayList<>();
    for (int i = 4; i >= 0; i--) {
      held.add(claimed.get(i).id());
    }
    assertThat(everyPage(page -> runs.byWorker("w", page), 5)).isEqualTo(held);
    assertThat(runs.byWorker("nobody", PageRequest.first()).total()).isZero();
  }

  @Test
  void runsInAStatus_comeInItsOrder() {
    long c = create(TASK, NOW + 9);
    long a = create(TASK, NOW - 9);
    long b = create(TASK, NOW - 9);
    assertThat(everyPage(page -> runs.byStatus(RunStatus.PENDING, page), 3))
        .as("as they will be claimed")
        .containsExactly(a, b, c);
    assertThat(ids(runs.pending(2))).containsExactly(a, b);

    runs.updateStatus(b, RunStatus.RUNNING, "w", NOW + 1);
    runs.updateStatus(c, RunStatus.RUNNING, "w", NOW + 3);
    runs.updateStatus(a, RunStatus.RUNNING, "w", NOW + 2);
    assertThat(everyPage(page -> runs.byStatus(RunStatus.RUNNING, page), 3))
        .as("last started first")
        .containsExactly(c, a, b);

    runs.updateStatus(c, RunStatus.COMPLETED, null, NOW + 4);
    runs.updateStatus(b, RunStatus.COMPLETED, null, NOW + 5);
    runs.updateStatus(a, RunStatus.COMPLETED, null, NOW + 5);
    assertThat(everyPage(page -> runs.byStatus(RunStatus.COMPLETED, page), 3))
        .as("last finished first")
        .containsExactly(b, a, c);
  }

  @Test
  void eachStatus_hasItsRunsAlone() {
    for (RunStatus status : RunStatus.values()) {
      runIn(status);
    }
    for (RunStatus status : RunStatus.values()) {
      Page<TaskRun> page = runs.byStatus(status, PageRequest.first());
      assertThat(page.items()).extracting(TaskRun::status).containsExactly(status);
      assertThat(page.total()).isEqualTo(1);
    }
  }

  @Test
  void runningRuns_areWhatWorkersHold() {
    for (RunStatus status : RunStatus.values()) {
      runIn(status);
    }
    long first = create(TASK + 1, NOW);
    runs.updateStatus(first, RunStatus.RUNNING, "w2", NOW - 5);

    List<ActiveRun> running = runs.running(10);

    assertThat(running)
        .extracting(ActiveRun::status)
        .containsExactly(RunStatus.RUNNING, RunStatus.DISPATCHED, RunStatus.RUNNING);
    assertThat(running.get(0))
        .isEqualTo(new ActiveRun(first, TASK + 1, RunStatus.RUNNING, 1, 0, "w2", NOW - 5));
    assertThat(runs.running(2)).isEqualTo(running.subList(0, 2));
  }

  @Test
  void task_isRunningWhileAWorkerHoldsARun() {
    for (RunStatus status : RunStatus.values()) {
      long task = 100L + status.code();
      long id = create(task, NOW);
      bring(id, status);
      boolean held = status == RunStatus.DISPATCHED || status == RunStatus.RUNNING;
      assertThat(runs.hasRunning(task)).as("%s", status).isEqualTo(held);
    }
    assertThat(runs.hasRunning(404)).isFalse();
    assertThat(runs.withRunning(Ids.of(106, 105, 104, 103, 102, 101, 100, 404)))
        .isEqualTo(Ids.of(101, 102));
    assertThat(runs.withRunning(Ids.NONE)).isEqualTo(Ids.NONE);
  }

  @Test
  void taskWithSeveralRunning_isNamedOnce() {
    create(TASK, NOW);
    create(TASK, NOW);
    claim("w", 2);

    assertThat(runs.withRunning(Ids.of(TASK, TASK + 1))).isEqualTo(Ids.of(TASK));
  }

  @Test
  void runs_timeOutByTheirTasksLimit() {
    long quick = task("quick", 1);
    long longest = task("longest", 86_400);
    long late = create(quick, NOW);
    long early = create(quick, NOW);
    long patient = create(longest, NOW);
    long dispatched = create(quick, NOW);
    runs.updateStatus(early, RunStatus.RUNNING, "w", NOW - 1);
    runs.updateStatus(late, RunStatus.RUNNING, "w", NOW);
    runs.updateStatus(patient, RunStatus.RUNNING, "w", NOW);
    runs.updateStatus(dispatched, RunStatus.DISPATCHED, "w", NOW);

    assertThat(timedOut(NOW + 998, 9)).isEmpty();
    assertThat(timedOut(NOW + 999, 9)).containsExactly(early);
    assertThat(timedOut(NOW + 1000, 9)).containsExactly(early, late);
    assertThat(timedOut(NOW + 1000, 1)).containsExactly(early);
    assertThat(timedOut(NOW + 86_400_000, 9)).containsExactly(early, late, patient);
    assertThat(runs.timedOut(NOW + 999, 1).get(0))
        .isEqualTo(new ActiveRun(early, quick, RunStatus.RUNNING, 1, 0, "w", NOW - 1));
  }

  @Test
  void stats_countWhatIsAndWhatFinishedSince() {
    for (RunStatus status : RunStatus.values()) {
      runIn(status);
    }
    create(TASK, NOW + 1_000_000);
    long other = create(TASK + 1, NOW);
    runs.updateStatus(other, RunStatus.RUNNING, "w", NOW);
    runs.updateStatus(other, RunStatus.COMPLETED, null, NOW + 40);
    long old = create(TASK, NOW);
    runs.updateStatus(old, RunStatus.RUNNING, "w", NOW - 9000);
    runs.updateStatus(old, RunStatus.COMPLETED, null, NOW - 1000);

    // runIn: COMPLETED and TIMEOUT after 10 ms; FAILED and CANCELLED were never started.
    assertThat(runs.stats(NOW)).isEqualTo(new RunStats(2, 1, 1, 2, 1, 1, 1, 3, 60, 40));
    assertThat(runs.stats(TASK, NOW)).isEqualTo(new RunStats(2, 1, 1, 1, 1, 1, 1, 2, 20, 10));
    assertThat(runs.stats(NOW - 1000)).isEqualTo(new RunStats(2, 1, 1, 3, 1, 1, 1, 4, 8060, 8000));
    assertThat(runs.stats(404, 0)).isEqualTo(new RunStats(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(runs.stats(NOW).averageMillis()).isEqualTo(20.0);
    assertThat(runs.stats(NOW).successRate()).isEqualTo(0.4);
  }

  private List<Long> timedOut(long at, int limit) {
    return runs.timedOut(at, limit).stream().map(ActiveRun::id).toList();
  }

  private static List<Long> everyPage(Function<PageRequest, Page<TaskRun>> list, long total) {
    List<Long> ids = new ArrayList<>();
    for (int page = 1; page <= total + 1; page++) {
      Page<TaskRun> part = list.apply(new PageRequest(page, 2));
      assertThat(part.total()).isEqualTo(total);
      assertThat(part.items()).hasSizeLessThanOrEqualTo(2);
      ids.addAll(ids(part.items()));
    }
    return ids;
  }

  private static List<Long> ids(List<TaskRun> list) {
    return list.stream().map(TaskRun::id).toList();
  }

  private long create(long task, long scheduledAt) {
    return runs.create(NewRun.onDemand(task, 3, scheduledAt, null), NOW);
  }

  private long task(String name, int timeoutSeconds) {
    return tasks
        .create(NewTask.builder(name, "t").timeoutSeconds(timeoutSeconds).build(), 0, NOW)
        .id();
  }

  private List<ClaimedRun> claim(String worker, int limit) {
    return runs.claim(worker, TypeSet.ALL, limit, NOW);
  }

  private void finish(ClaimedRun run, RunStatus status, long at) {
    runs.complete(List.of(new Completion(run.id(), run.attempt(), status, at, null, null)));
  }

  private void runIn(RunStatus status) {
    bring(create(TASK, NOW), status);
  }

  private void bring(long id, RunStatus status) {
    if (status == RunStatus.COMPLETED || status == RunStatus.TIMEOUT) {
      runs.updateStatus(id, RunStatus.RUNNING, "w", NOW);
      runs.updateStatus(id, status, null, NOW + 10);
    } else if (status != RunStatus.PENDING) {
      runs.updateStatus(id, status, "w", NOW);
    }
  }
}
