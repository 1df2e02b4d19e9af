package dev.tare.scheduler.api;

import dev.tare.scheduler.api.run.RunCommands;
import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.TaskRunRepository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commands that are carried out in the database, where every node finds them. A running worker
 * learns of a cancelled run when its completion is refused; who wants it stopped at once tells it.
 */
final class StoredRunCommands implements RunCommands {
  private static final Logger LOG = LoggerFactory.getLogger(StoredRunCommands.class);

  private final TaskRepository tasks;
  private final TaskRunRepository runs;
  private final Clock clock;

  /** Over these repositories. */
  StoredRunCommands(TaskRepository tasks, TaskRunRepository runs, Clock clock) {
    this.tasks = tasks;
    this.runs = runs;
    this.clock = clock;
  }

  @Override
  public long[] submit(long taskId, @Nullable Bytes payload, @Nullable TraceParent traceparent) {
    Task task = activeTask(taskId);
    long now = clock.millis();
    long[] created;
    if (task.shardCount() == 0) {
      created = new long[] {runs.create(NewRun.onDemand(taskId, task.typeId(), now, payload), now)};
    } else {
      List<NewRun> shards = new ArrayList<>(task.shardCount());
      for (int shard = 0; shard < task.shardCount(); shard++) {
        shards.add(
            new NewRun(taskId, task.typeId(), now, false, 0, shard, task.shardCount(), payload));
      }
      created = runs.createAll(shards, now);
    }
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "task {} has {} runs from {}, trace {}", taskId, created.length, created[0], traceparent);
    }
    return created;
  }

  @Override
  public StatusChange cancel(long runId, String requester) {
    StatusChange change = runs.updateStatus(runId, RunStatus.CANCELLED, null, clock.millis());
    LOG.info("run {} cancelled by {}: {}", runId, requester, change);
    return change;
  }

  @Override
  public long restart(long runId, String requester, @Nullable TraceParent traceparent) {
    TaskRun run = runs.byId(runId).orElseThrow(() -> new NotFoundException("run", runId));
    if (!run.status().isFinished()) {
      throw new IllegalTransitionException(runId, run.status(), RunStatus.PENDING);
    }
    Task task = activeTask(run.taskId());
    long now = clock.millis();
    long created = runs.create(
        new NewRun(
            task.id(),
            task.typeId(),
            now,
            false,
            0,
            run.shardIndex(),
            run.shardTotal(),
            run.payload()),
        now);
    LOG.info("run {} started again as {} by {}, trace {}", runId, created, requester, traceparent);
    return created;
  }

  private Task activeTask(long taskId) {
    Task task = tasks.byId(taskId).orElseThrow(() -> new NotFoundException("task", taskId));
    if (!task.isActive()) {
      throw new ConflictException(
          "task " + taskId + " is INACTIVE and runs nothing: set it ACTIVE first");
    }
    return task;
  }
}
