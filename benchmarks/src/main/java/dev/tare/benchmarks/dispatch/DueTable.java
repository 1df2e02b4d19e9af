package dev.tare.benchmarks.dispatch;

import dev.tare.benchmarks.breaker.fixed.FixedTasks;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.task.DueTask;
import java.util.ArrayList;
import java.util.List;

/**
 * Tasks of which the same ones are due at every scan. To ask costs nothing; what they are moved on
 * to goes into a sum.
 */
final class DueTable extends FixedTasks {
  static final long NOW = 1_800_000_000_000L;
  private static final String SCHEDULE = "0 */15 * * * *";

  private final Due due;
  private final List<DueTask> tasks = new ArrayList<>();
  private final Ids all;
  private final Ids[] each;
  private long sum;
  private long statements;

  DueTable(Due due, int count) {
    this.due = due;
    int tasksDue = due == Due.NOTHING ? 0 : count;
    long[] ids = new long[tasksDue];
    each = new Ids[tasksDue];
    for (int i = 0; i < tasksDue; i++) {
      ids[i] = i + 1L;
      each[i] = Ids.of(ids[i]);
      tasks.add(task(ids[i]));
    }
    all = Ids.of(ids);
  }

  private DueTask task(long id) {
    boolean dependent = due == Due.DEPENDENT || due == Due.WAITING;
    return new DueTask(
        id,
        3,
        SCHEDULE,
        dependent ? Ids.of(1000 + id, 2000 + id) : Ids.NONE,
        due == Due.SHARDED ? 4 : 0,
        NOW - id,
        NOW - 1_000_000);
  }

  @Override
  public long earliestDueAt() {
    statements++;
    return due == Due.NOTHING ? 0 : NOW - 1;
  }

  @Override
  public List<DueTask> schedulable(long at, int limit) {
    statements++;
    return tasks;
  }

  @Override
  public boolean checkDependencies(long taskId) {
    statements++;
    return due != Due.WAITING;
  }

  @Override
  public Ids checkDependencies(Ids taskIds) {
    statements++;
    return due == Due.WAITING ? Ids.NONE : these(taskIds);
  }

  @Override
  public Ids overlapping(Ids taskIds) {
    statements++;
    return due == Due.OVERLAPPING ? these(taskIds) : Ids.NONE;
  }

  private Ids these(Ids taskIds) {
    return taskIds.size() == 1 ? each[(int) taskIds.at(0) - 1] : all;
  }

  @Override
  public int advance(List<DueTask> moved, long[] next) {
    statements += next.length == 0 ? 0 : 1;
    for (int i = 0; i < next.length; i++) {
      sum += 31 * moved.get(i).id() + next[i];
    }
    return next.length;
  }

  /** Of all that was moved on, in any order. */
  long sum() {
    return sum;
  }

  /** How often it was asked. */
  long statements() {
    return statements;
  }
}
