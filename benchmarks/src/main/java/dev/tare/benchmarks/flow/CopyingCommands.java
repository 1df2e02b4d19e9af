package dev.tare.benchmarks.flow;

import dev.tare.scheduler.api.run.RunCommands;
import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.task.Task;
import dev.tare.scheduler.store.StatusChange;
import dev.tare.scheduler.store.TaskRunRepository;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The baseline: runs that somebody asks for, as a careful team without a profiler makes them.
 *
 * <p>Its copies, and the idiom each stands for: the payload cloned for each run, since each owns
 * its own ({@code parameters.clone()}); lists mapped by streams, from list to list: the collected
 * result; {@code Instant} and {@code Optional} where a number or null would do.
 */
public final class CopyingCommands implements RunCommands {
  private final LongFunction<? extends @Nullable Task> tasks;
  private final TaskRunRepository runs;
  private final Clock clock;
  private long[] submitted = {};

  CopyingCommands(
      LongFunction<? extends @Nullable Task> tasks, TaskRunRepository runs, Clock clock) {
    this.tasks = tasks;
    this.runs = runs;
    this.clock = clock;
  }

  /** The runs that were asked for last. */
  long[] submitted() {
    return submitted;
  }

  @Override
  public long[] submit(long taskId, @Nullable Bytes payload, @Nullable TraceParent traceparent) {
    Task task = Optional.<Task>ofNullable(tasks.apply(taskId))
        .orElseThrow(() -> new NotFoundException("task", taskId));
    if (!task.isActive()) {
      throw new ConflictException("task " + taskId + " is INACTIVE and runs nothing");
    }
    Instant now = clock.instant();
    if (task.shardCount() == 0) {
      long created = runs.create(run(task, NewRun.NO_SHARD, payload, now), now.toEpochMilli());
      submitted = new long[] {created};
    } else {
      List<NewRun> shards = IntStream.range(0, task.shardCount())
          .mapToObj(shard -> run(task, shard, payload, now))
          .toList();
      submitted = runs.createAll(shards, now.toEpochMilli());
    }
    return submitted;
  }

  private static NewRun run(Task task, int shard, @Nullable Bytes payload, Instant now) {
    Optional<Bytes> own =
        Optional.ofNullable(payload).map(bytes -> Bytes.of(bytes.exactArray().clone()));
    return new NewRun(
        task.id(),
        task.typeId(),
        now.toEpochMilli(),
        false,
        0,
        shard,
        task.shardCount(),
        own.orElse(null));
  }

  @Override
  public StatusChange cancel(long runId, String requester) {
    throw new UnsupportedOperationException("no flow cancels");
  }

  @Override
  public long restart(long runId, String requester, @Nullable TraceParent traceparent) {
    throw new UnsupportedOperationException("no flow restarts");
  }
}
