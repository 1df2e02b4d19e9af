package dev.tare.benchmarks.task;

import dev.tare.benchmarks.store.Answer;
import dev.tare.benchmarks.store.MeasuredStore.Operation;
import dev.tare.benchmarks.store.Seed;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.task.DueTask;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.task.TaskFilter;
import dev.tare.scheduler.model.task.TaskStatus;
import dev.tare.scheduler.store.TaskRepository;
import java.util.List;
import java.util.stream.LongStream;

/** A call of each operation on tasks, over the rows of {@link Seed}. */
public enum TaskCall implements Operation<TaskRepository> {
  CREATE((tasks, to) -> to.is(tasks.create(Calls.NEW_TASK, Seed.NOW, Seed.NOW))),
  BY_ID((tasks, to) -> to.is(tasks.byId(4))),
  BY_NAME((tasks, to) -> to.is(tasks.byName("report-4"))),
  UPDATE((tasks, to) -> to.is(tasks.update(4, Calls.NEW_TASK, Seed.NOW, Seed.NOW + 1))),
  DELETE((tasks, to) -> to.is(tasks.delete(4, Seed.NOW + 1))),
  LIST((tasks, to) -> to.is(tasks.list(TaskFilter.ANY, Calls.PAGE))),
  LIST_FILTERED((tasks, to) -> to.is(tasks.list(Calls.FILTER, Calls.PAGE))),
  COUNT((tasks, to) -> to.is(tasks.count(TaskFilter.ANY))),
  ACTIVE((tasks, to) -> to.is(tasks.active(0, Seed.SOME))),
  SCHEDULABLE((tasks, to) -> to.is(tasks.schedulable(Seed.NOW, Seed.SOME))),
  ADVANCE((tasks, to) -> to.is(tasks.advance(Calls.DUE, Calls.next()))),
  EARLIEST_DUE_AT((tasks, to) -> to.is(tasks.earliestDueAt())),
  CHECK_DEPENDENCIES((tasks, to) -> to.is(tasks.checkDependencies(4))),
  CHECK_DEPENDENCIES_OF_ALL((tasks, to) -> to.is(tasks.checkDependencies(Calls.IDS))),
  OVERLAPPING((tasks, to) -> to.is(tasks.overlapping(Calls.IDS))),
  BATCH_STATUS((tasks, to) -> to.is(tasks.batchStatus(Calls.IDS))),
  DEPENDENCIES((tasks, to) -> to.is(tasks.dependencies()));

  @SuppressWarnings("ImmutableEnumChecker") // a lambda that captures nothing
  private final Operation<TaskRepository> body;

  TaskCall(Operation<TaskRepository> body) {
    this.body = body;
  }

  @Override
  public void on(TaskRepository repository, Answer to) {
    body.on(repository, to);
  }

  /** What the calls are made with, made once. */
  private static final class Calls {
    static final PageRequest PAGE = new PageRequest(1, Seed.SOME);
    static final NewTask NEW_TASK = Seed.task("another", Ids.of(1, 2));
    static final TaskFilter FILTER = new TaskFilter(TaskStatus.ACTIVE, "echo", "report-*");
    static final Ids IDS = Ids.of(LongStream.rangeClosed(1, Seed.SOME).toArray());

    /** As {@code schedulable} returns them, the longest overdue first. */
    static final List<DueTask> DUE = LongStream.rangeClosed(1, Seed.SOME)
        .map(i -> Seed.SOME + 1 - i)
        .mapToObj(id -> new DueTask(
            id,
            1,
            "0 0 6 * * MON-FRI",
            id > 2 ? Ids.of(1, 2) : Ids.NONE,
            0,
            Seed.NOW - id,
            Seed.NOW))
        .toList();

    private static final long[] NEXT =
        LongStream.generate(() -> Seed.NOW + 60_000).limit(Seed.SOME).toArray();

    static long[] next() {
      return NEXT;
    }
  }
}
