package dev.tare.benchmarks.dispatch;

import dev.tare.benchmarks.cron.CopyingSchedules;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The baseline: a scan for what is due as a careful team without a profiler writes it, task by
 * task.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>the due tasks copied into a list of their own and collected into a map: the snapshot;
 *   <li>lists of one for every statement: the port that takes many;
 *   <li>the schedule parsed for every task ({@link CopyingSchedules});
 *   <li>runs, and ids, mapped by streams, from list to list: the collected result;
 *   <li>a map of context a task, filled and then copied, used only if it fails: the error context
 *       made ahead;
 *   <li>{@code Instant}, {@code Long} and {@code Optional} where numbers and null would do.
 * </ul>
 */
final class CopyingDispatcher {
  private static final Logger LOG = LoggerFactory.getLogger(CopyingDispatcher.class);

  private final TaskRepository tasks;
  private final TaskRunRepository runs;
  private final CopyingSchedules schedules;
  private final int batch;

  CopyingDispatcher(TaskRepository tasks, TaskRunRepository runs, ZoneId zone, int batch) {
    this.tasks = tasks;
    this.runs = runs;
    this.schedules = new CopyingSchedules(zone);
    this.batch = batch;
  }

  /**
   * Makes the runs of all that is due.
   *
   * @return how many tasks were moved on
   */
  int scan(Instant now) {
    List<DueTask> due = List.copyOf(tasks.schedulable(now.toEpochMilli(), batch));
    Map<Long, DueTask> byId =
        due.stream().collect(Collectors.toMap(DueTask::id, Function.identity()));
    int moved = 0;
    for (DueTask task : due) {
      moved += dispatch(task, byId, now);
    }
    return moved;
  }

  private int dispatch(DueTask task, Map<Long, DueTask> due, Instant now) {
    Map<String, String> context = context(task);
    try {
      if (overlaps(task)) {
        LOG.debug("a run of the task is not finished: {}", context);
        return moveOn(task, now);
      }
      if (!isMet(task, due)) {
        return 0;
      }
      runs.createDue(runsOf(task), now.toEpochMilli());
      return moveOn(task, now);
    } catch (IllegalArgumentException e) {
      LOG.warn("a schedule can not be read: {}", context, e);
      return tasks.advance(List.of(task), new long[] {0});
    }
  }

  private boolean overlaps(DueTask task) {
    return tasks.overlapping(Ids.of(task.id())).contains(task.id());
  }

  private boolean isMet(DueTask task, Map<Long, DueTask> due) {
    List<Long> dependencies =
        LongStream.of(task.dependencies().array()).boxed().collect(Collectors.toList());
    boolean waits = dependencies.stream()
        .map(id -> Optional.ofNullable(due.get(id)))
        .flatMap(Optional::stream)
        .anyMatch(dependency -> dependency.dueAt() <= task.dueAt());
    return dependencies.isEmpty() || (!waits && tasks.checkDependencies(task.id()));
  }

  private static List<NewRun> runsOf(DueTask task) {
    if (task.shardCount() == 0) {
      return List.of(run(task, NewRun.NO_SHARD));
    }
    return IntStream.range(0, task.shardCount())
        .mapToObj(shard -> run(task, shard))
        .toList();
  }

  private static NewRun run(DueTask task, int shard) {
    return new NewRun(
        task.id(), task.typeId(), task.dueAt(), true, 0, shard, task.shardCount(), null);
  }

  private int moveOn(DueTask task, Instant now) {
    Instant dueAt = Instant.ofEpochMilli(task.dueAt());
    Instant from = now.isAfter(dueAt) ? now : dueAt;
    long next = schedules.nextDueAt(task.schedule(), from.toEpochMilli());
    return tasks.advance(List.of(task), new long[] {next});
  }

  private static Map<String, String> context(DueTask task) {
    Map<String, String> context = new HashMap<>();
    context.put("taskId", String.valueOf(task.id()));
    context.put("schedule", task.schedule());
    context.put("dueAt", Instant.ofEpochMilli(task.dueAt()).toString());
    return Map.copyOf(context);
  }
}
