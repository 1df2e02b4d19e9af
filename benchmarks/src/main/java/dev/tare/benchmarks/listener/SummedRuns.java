package dev.tare.benchmarks.listener;

import dev.tare.benchmarks.breaker.fixed.FixedRuns;
import dev.tare.scheduler.model.Completion;
import java.util.List;
import java.util.Objects;

/** Runs that cost nothing to end: each end goes into a sum, each call counts as a statement. */
final class SummedRuns extends FixedRuns {
  private long sum;
  private long statements;

  @Override
  public int complete(List<Completion> completions) {
    statements++;
    for (int i = 0; i < completions.size(); i++) {
      add(completions.get(i));
    }
    return completions.size();
  }

  private void add(Completion end) {
    sum = 31 * sum + end.runId();
    sum = 31 * sum + end.attempt();
    sum = 31 * sum + end.status().code();
    sum = 31 * sum + end.completedAt();
    sum = 31 * sum + Objects.hashCode(end.result());
    sum = 31 * sum + Objects.hashCode(end.errorMessage());
  }

  /** Of everything that every end said, in order. */
  long sum() {
    return sum;
  }

  /** How often it was called. */
  long statements() {
    return statements;
  }
}
