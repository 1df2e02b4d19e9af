package dev.tare.benchmarks.api.stored;

import dev.tare.benchmarks.breaker.fixed.FixedRuns;
import dev.tare.scheduler.model.TaskRun;
import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import java.util.List;
import java.util.Optional;

/** Forty runs of one task. Nothing that is asked for twice is composed twice. For one thread. */
public final class StoredRuns extends FixedRuns {
  static final long TASK_ID = 7;

  private static final String OF_TASK = "of the task";

  private final List<Optional<TaskRun>> byId;
  private final Answers<String, TaskRun> pages;

  /** With its runs in it. */
  public StoredRuns() {
    List<TaskRun> runs = Samples.runs();
    byId = runs.stream().map(Optional::of).toList();
    pages = new Answers<>(runs, (key, run) -> true);
  }

  @Override
  public Optional<TaskRun> byId(long runId) {
    return runId >= 1 && runId <= byId.size() ? byId.get((int) runId - 1) : Optional.empty();
  }

  @Override
  public Page<TaskRun> byTask(long taskId, PageRequest page) {
    return taskId == TASK_ID ? pages.page(OF_TASK, page) : Page.of(page, List.of(), 0);
  }

  /** How many rows the lists had that were asked for. */
  public long rowsRead() {
    return pages.rowsRead();
  }
}
