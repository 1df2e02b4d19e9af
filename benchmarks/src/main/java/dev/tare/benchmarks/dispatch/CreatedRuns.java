package dev.tare.benchmarks.dispatch;

import dev.tare.benchmarks.breaker.fixed.FixedRuns;
import dev.tare.scheduler.model.ActiveRun;
import dev.tare.scheduler.model.NewRun;
import java.util.List;

/** Runs that cost nothing to create; what they are goes into a sum. */
final class CreatedRuns extends FixedRuns {
  private long sum;
  private long statements;

  @Override
  public int createDue(List<NewRun> runs, long now) {
    statements += runs.isEmpty() ? 0 : 1;
    for (int i = 0; i < runs.size(); i++) {
      NewRun run = runs.get(i);
      sum += 31 * (31 * run.taskId() + run.shardIndex()) + run.scheduledAt() + run.typeId();
    }
    return runs.size();
  }

  @Override
  public List<ActiveRun> lost(long heardBefore, int attempt, int limit) {
    return List.of();
  }

  @Override
  public List<ActiveRun> timedOut(long at, int limit) {
    return List.of();
  }

  /** Of all that was created, in any order. */
  long sum() {
    return sum;
  }

  /** How often it was called. */
  long statements() {
    return statements;
  }
}
