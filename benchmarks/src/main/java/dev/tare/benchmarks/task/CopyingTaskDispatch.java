package dev.tare.benchmarks.task;

import dev.tare.benchmarks.run.RunEntity;
import dev.tare.benchmarks.store.CopyingStatements;
import dev.tare.benchmarks.store.CopyingTransactions;
import dev.tare.benchmarks.store.ErrorContext;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.model.task.TaskState;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a dispatcher asks of the tasks, as the copying repository answers: whole tasks, parameters
 * included, where an id would do; a question a task, and a run read for each answer.
 * {@link CopyingTaskRepository} lists the copies.
 */
final class CopyingTaskDispatch {
  private static final String RUNS = "SELECT * FROM task_run WHERE task_id = ?";
  private static final String LATEST = " ORDER BY id DESC LIMIT 1";

  private final CopyingTransactions transactions;
  private final CopyingTaskTable table;

  CopyingTaskDispatch(CopyingTransactions transactions, CopyingTaskTable table) {
    this.transactions = transactions;
    this.table = table;
  }

  /** What is asked of one task. */
  @FunctionalInterface
  private interface Question {
    boolean holds(CopyingStatements statements, TaskEntity task) throws SQLException;
  }

  List<DueTask> schedulable(ErrorContext context, long at, int limit) {
    return transactions.read(
        context,
        statements -> table
            .select(
                statements,
                "t.status = 0 AND t.next_due_at <= ? ORDER BY t.next_due_at, t.id LIMIT ?",
                at,
                limit)
            .stream()
            .map(TaskEntity::toDue)
            .toList());
  }

  int advance(ErrorContext context, List<DueTask> tasks, long[] next) {
    return transactions.write(context, statements -> {
      List<Long> moved = new ArrayList<>();
      for (int i = 0; i < next.length; i++) {
        DueTask read = tasks.get(i);
        Optional<TaskEntity> same =
            table.lock(statements, read.id()).filter(task -> task.isStill(read));
        if (same.isPresent()) {
          Instant due = next[i] == 0 ? null : Instant.ofEpochMilli(next[i]);
          table.save(statements, same.get().withNextDueAt(due));
          moved.add(read.id());
        }
      }
      return moved.size();
    });
  }

  boolean checkDependencies(ErrorContext context, long taskId) {
    return !those(context, Ids.of(taskId), this::isMet).isEmpty();
  }

  Ids checkDependencies(ErrorContext context, Ids taskIds) {
    return those(context, taskIds, this::isMet);
  }

  Ids overlapping(ErrorContext context, Ids taskIds) {
    return those(context, taskIds, CopyingTaskDispatch::overlaps);
  }

  private Ids those(ErrorContext context, Ids taskIds, Question question) {
    return transactions.read(context, statements -> {
      List<Long> found = new ArrayList<>();
      for (TaskEntity task : find(statements, taskIds)) {
        if (question.holds(statements, task)) {
          found.add(task.storedId());
        }
      }
      return Ids.of(found.stream().mapToLong(Long::longValue).toArray());
    });
  }

  private List<TaskEntity> find(CopyingStatements statements, Ids taskIds) throws SQLException {
    List<TaskEntity> found = new ArrayList<>();
    for (Long taskId :
        Arrays.stream(taskIds.array()).distinct().sorted().boxed().toList()) {
      table.find(statements, taskId).ifPresent(found::add);
    }
    return found;
  }

  private boolean isMet(CopyingStatements statements, TaskEntity task) throws SQLException {
    for (Long dependency : task.dependencies()) {
      Optional<RunEntity> latest = latest(statements, dependency);
      if (!isCompleted(latest)) {
        return false;
      }
      for (int shard = 0; shard < latest.get().shardTotal(); shard++) {
        if (!isCompleted(latest(statements, dependency, shard))) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isCompleted(Optional<RunEntity> run) {
    return run.map(RunEntity::status).filter(RunStatus.COMPLETED::equals).isPresent();
  }

  private static boolean overlaps(CopyingStatements statements, TaskEntity task)
      throws SQLException {
    return statements.query(RUNS + " AND status < 3", RunEntity::read, task.storedId()).stream()
        .anyMatch(run -> !(run.due() && run.scheduledAt().equals(task.nextDueAt())));
  }

  List<TaskState> batchStatus(ErrorContext context, Ids taskIds) {
    return transactions.read(context, statements -> {
      List<TaskState> states = new ArrayList<>();
      for (TaskEntity task : find(statements, taskIds)) {
        Optional<RunEntity> latest = latest(statements, task.storedId());
        states.add(new TaskState(
            task.storedId(),
            task.status(),
            latest.map(RunEntity::id).orElse(0L),
            latest.map(RunEntity::status).orElse(null)));
      }
      return List.copyOf(states);
    });
  }

  private static Optional<RunEntity> latest(CopyingStatements statements, Long taskId)
      throws SQLException {
    return statements.first(RUNS + LATEST, RunEntity::read, taskId);
  }

  private static Optional<RunEntity> latest(CopyingStatements statements, Long taskId, int shard)
      throws SQLException {
    return statements.first(RUNS + " AND shard_index = ?" + LATEST, RunEntity::read, taskId, shard);
  }
}
