package dev.tare.scheduler.dispatch;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the runs of a batch of due tasks, whatever their number, in five statements at most.
 *
 * <p>What becomes of an instant that is due:
 *
 * <ul>
 *   <li>It makes a run, or one a shard, scheduled at this instant. The next instant is the first
 *       one from now on: those that were missed meanwhile are made up for by this one run.
 *   <li>A task of which a run is not finished makes none: the instant is skipped.
 *   <li>A task whose dependencies are not met stays due, and makes its run when they are. A
 *       dependency that is itself due, no later than the task, is not met.
 *   <li>A schedule that can not be read makes none, and the task is due never, until it is changed.
 * </ul>
 *
 * <p>Runs are made before their task moves on. A dispatcher that dies between leaves the task due;
 * the next one finds the runs there, makes none, and moves the task on.
 */
final class DueBatch {
  private static final Logger LOG = LoggerFactory.getLogger(DueBatch.class);

  /** A statement's worth of runs: a task may have a thousand shards. */
  private static final int MOST_RUNS = 10_000;

  private final TaskRepository tasks;
  private final TaskRunRepository runs;
  private final CronCache crons;
  private final Tally tally;
  private int waiting;

  DueBatch(TaskRepository tasks, TaskRunRepository runs, CronCache crons, Tally tally) {
    this.tasks = tasks;
    this.runs = runs;
    this.crons = crons;
    this.tally = tally;
  }

  /** How many tasks of the last batch stay due, because their dependencies are not met. */
  int waiting() {
    return waiting;
  }

  /** Makes the runs; how many tasks it has moved on. */
  int dispatch(List<DueTask> due, long now) {
    waiting = 0;
    if (due.isEmpty()) {
      return 0;
    }
    Ids overlapping = sorted(tasks.overlapping(ids(due)));
    List<DueTask> skipped = overlapping.isEmpty() ? List.of() : new ArrayList<>();
    List<DueTask> ready = new ArrayList<>(due.size());
    List<DueTask> dependent = new ArrayList<>();
    for (int i = 0; i < due.size(); i++) {
      DueTask task = due.get(i);
      if (contains(overlapping, task.id())) {
        skipped.add(task);
      } else if (task.dependencies().isEmpty()) {
        ready.add(task);
      } else {
        dependent.add(task);
      }
    }
    if (!dependent.isEmpty()) {
      addMet(dependent, due, ready);
    }
    int movedSkipped = moveOn(skipped, now);
    tally.skipped.add(movedSkipped);
    return movedSkipped + create(ready, now);
  }

  private void addMet(List<DueTask> dependent, List<DueTask> due, List<DueTask> ready) {
    Ids met = sorted(tasks.checkDependencies(ids(dependent)));
    Map<Long, DueTask> byId = new HashMap<>(2 * due.size());
    for (DueTask task : due) {
      byId.put(task.id(), task);
    }
    for (DueTask task : dependent) {
      if (contains(met, task.id()) && !waitsForDue(task, byId)) {
        ready.add(task);
      } else {
        waiting++;
      }
    }
  }

  /** The latest run of such a dependency is about to be one that is not completed. */
  private static boolean waitsForDue(DueTask task, Map<Long, DueTask> due) {
    for (long id : task.dependencies().array()) {
      DueTask dependency = due.get(id);
      if (dependency != null && dependency.dueAt() <= task.dueAt()) {
        return true;
      }
    }
    return false;
  }

  private int create(List<DueTask> ready, long now) {
    long[] next = new long[ready.size()];
    List<NewRun> created = new ArrayList<>(ready.size());
    for (int i = 0; i < next.length; i++) {
      DueTask task = ready.get(i);
      if (isReadable(task, now, next, i)) {
        addRuns(task, created);
        if (created.size() >= MOST_RUNS) {
          tally.created.add(runs.createDue(created, now));
          created.clear();
        }
      }
    }
    tally.created.add(runs.createDue(created, now));
    return tasks.advance(ready, next);
  }

  private int moveOn(List<DueTask> skipped, long now) {
    long[] next = new long[skipped.size()];
    for (int i = 0; i < next.length; i++) {
      if (isReadable(skipped.get(i), now, next, i) && LOG.isDebugEnabled()) {
        LOG.debug(
            "task {} skips {}: a run of it is not finished",
            skipped.get(i).id(),
            skipped.get(i).dueAt());
      }
    }
    return tasks.advance(skipped, next);
  }

  /** Stores when a task is due next; if its schedule can not be read that is never. */
  private boolean isReadable(DueTask task, long now, long[] next, int index) {
    try {
      next[index] = crons.nextDueAt(task.schedule(), Math.max(now, task.dueAt()));
      return true;
    } catch (ValidationException e) {
      tally.unreadable.increment();
      LOG.warn(
          "task {} is due never, until its schedule is changed: {}", task.id(), e.getMessage());
      return false;
    }
  }

  private static void addRuns(DueTask task, List<NewRun> runs) {
    int shards = task.shardCount();
    if (shards == 0) {
      runs.add(
          new NewRun(task.id(), task.typeId(), task.dueAt(), true, 0, NewRun.NO_SHARD, 0, null));
    }
    for (int shard = 0; shard < shards; shard++) {
      runs.add(new NewRun(task.id(), task.typeId(), task.dueAt(), true, 0, shard, shards, null));
    }
  }

  private static Ids ids(List<DueTask> tasks) {
    long[] ids = new long[tasks.size()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = tasks.get(i).id();
    }
    return Ids.of(ids);
  }

  private static Ids sorted(Ids ids) {
    long[] sorted = ids.array().clone();
    Arrays.sort(sorted);
    return Ids.of(sorted);
  }

  private static boolean contains(Ids sorted, long id) {
    return Arrays.binarySearch(sorted.array(), id) >= 0;
  }
}
