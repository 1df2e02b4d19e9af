package dev.tare.benchmarks.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.benchmarks.breaker.fixed.FixedRuns;
import dev.tare.benchmarks.breaker.fixed.FixedWorkers;
import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The copying listener loses nothing to a database that is away for a moment. */
class CopyingStateListenerTest {
  private final FailingRuns runs = new FailingRuns();
  private final CopyingStateListener listener = new CopyingStateListener(runs, new FixedWorkers());

  /** Fails at one call of its own choice. */
  private static final class FailingRuns extends FixedRuns {
    private final List<Long> ended = new ArrayList<>();
    private long failing;

    @Override
    public int complete(List<Completion> completions) {
      for (Completion end : completions) {
        if (end.runId() == failing) {
          throw new StorageException("away", true, new SQLException("the connection was lost"));
        }
        ended.add(end.runId());
      }
      return completions.size();
    }
  }

  @Test
  void updates_thatWereNotWritten_areWrittenNextTime_inTheirOrder() {
    for (long run = 1; run <= 4; run++) {
      listener.complete(end(run));
    }
    runs.failing = 3;
    assertThatThrownBy(listener::flush).isInstanceOf(StorageException.class);
    listener.complete(end(5));
    runs.failing = 0;
    assertThat(listener.flush()).isEqualTo(3);
    assertThat(runs.ended).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  private static Completion end(long runId) {
    return new Completion(runId, 1, RunStatus.COMPLETED, 1_800_000_000_000L, null, null);
  }
}
