package dev.tare.scheduler;

import dev.tare.scheduler.config.IdCache;
import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.store.RunQueue;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes runs that somebody asks for, and says so to whoever executes them. */
final class OnDemand {
  private final RunQueue runs;
  private final IdCache<Task> tasks;
  private final Clock clock;
  private final Runnable submitted;

  OnDemand(RunQueue runs, IdCache<Task> tasks, Clock clock, Runnable submitted) {
    this.runs = runs;
    this.tasks = tasks;
    this.clock = clock;
    this.submitted = submitted;
  }

  long submit(long taskId, @Nullable Bytes payload) {
    long now = clock.millis();
    return create(unsharded(taskId, payload, now), now);
  }

  long[] submitAll(List<Submission> submissions) {
    long now = clock.millis();
    List<NewRun> batch = new ArrayList<>(submissions.size());
    for (int i = 0; i < submissions.size(); i++) {
      Submission submission = submissions.get(i);
      batch.add(unsharded(submission.taskId(), submission.payload(), now));
    }
    return createAll(batch, now);
  }

  long[] trigger(long taskId, @Nullable Bytes payload) {
    Task task = active(taskId);
    if (task.shardCount() == 0) {
      return new long[] {submit(taskId, payload)};
    }
    long now = clock.millis();
    List<NewRun> shards = new ArrayList<>(task.shardCount());
    for (int shard = 0; shard < task.shardCount(); shard++) {
      shards.add(
          new NewRun(taskId, task.typeId(), now, false, 0, shard, task.shardCount(), payload));
    }
    return createAll(shards, now);
  }

  long restart(long runId) {
    TaskRun run = runs.byId(runId).orElseThrow(() -> new NotFoundException("run", runId));
    if (!run.status().isFinished()) {
      throw new IllegalTransitionException(runId, run.status(), RunStatus.PENDING);
    }
    Task task = active(run.taskId());
    long now = clock.millis();
    NewRun again = new NewRun(
        task.id(), task.typeId(), now, false, 0, run.shardIndex(), run.shardTotal(), run.payload());
    return create(again, now);
  }

  private long create(NewRun run, long now) {
    long runId = runs.create(run, now);
    submitted.run();
    return runId;
  }

  private long[] createAll(List<NewRun> batch, long now) {
    long[] runIds = runs.createAll(batch, now);
    submitted.run();
    return runIds;
  }

  private NewRun unsharded(long taskId, @Nullable Bytes payload, long now) {
    Task task = active(taskId);
    if (task.shardCount() > 0) {
      throw new ValidationException("task " + taskId + " has " + task.shardCount()
          + " shards: trigger it, which makes a run of each");
    }
    return NewRun.onDemand(taskId, task.typeId(), now, payload);
  }

  private Task active(long taskId) {
    Task task = tasks.get(taskId);
    if (task == null) {
      throw new NotFoundException("task", taskId);
    }
    if (!task.isActive()) {
      throw new ConflictException(
          "task " + taskId + " is INACTIVE and runs nothing: set it ACTIVE first");
    }
    return task;
  }
}
