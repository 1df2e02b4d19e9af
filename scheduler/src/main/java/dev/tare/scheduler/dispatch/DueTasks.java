package dev.tare.scheduler.dispatch;

import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import java.util.List;

/**
 * Finds what is due and knows when to look again. For one thread.
 *
 * <p>A task whose dependencies are not met stays due, at the head of the line, so each read takes
 * so many more as waited at the last one: they keep nobody from his turn.
 */
final class DueTasks {
  private static final long LEFT_MILLIS = 50;

  private final TaskRepository tasks;
  private final DueBatch batch;
  private final DispatchSettings settings;
  private final Tally tally;

  /** When a task is due, as the last scan knew; 0 if it has to be asked for. */
  private long knownDueAt;

  private int waiting;

  DueTasks(
      TaskRepository tasks,
      TaskRunRepository runs,
      CronCache crons,
      DispatchSettings settings,
      Tally tally) {
    this.tasks = tasks;
    this.batch = new DueBatch(tasks, runs, crons, tally);
    this.settings = settings;
    this.tally = tally;
  }

  /** Makes the runs of all that is due; when to look again. One round trip if nothing is. */
  long dispatch(long now) {
    long latest = now + settings.scanMillis();
    boolean isDue = waiting > 0 || (knownDueAt != 0 && knownDueAt <= now);
    knownDueAt = 0;
    if (!isDue) {
      long earliest = tasks.earliestDueAt();
      if (earliest == 0 || earliest > now) {
        return known(earliest, now, latest);
      }
    }
    boolean more;
    do {
      int limit = settings.batch() + waiting;
      List<DueTask> due = tasks.schedulable(now, limit);
      int moved = batch.dispatch(due, now);
      waiting = batch.waiting();
      // What is left after a full read may be due as well; without progress it is left to later.
      more = due.size() == limit && (moved > 0 || waiting > limit - settings.batch());
    } while (more);
    tally.waiting = waiting;
    long earliest = waiting == 0 ? tasks.earliestDueAt() : earliestAfterWaiting(latest);
    return known(earliest, now, latest);
  }

  private long earliestAfterWaiting(long latest) {
    List<DueTask> ahead = tasks.schedulable(latest, waiting + 1);
    return ahead.size() > waiting ? ahead.get(waiting).dueAt() : 0;
  }

  /** What is due already was left to another dispatcher, which is about to move it on. */
  private long known(long dueAt, long now, long latest) {
    knownDueAt = dueAt;
    if (dueAt == 0) {
      return latest;
    }
    return Math.min(dueAt <= now ? now + LEFT_MILLIS : dueAt, latest);
  }
}
