package dev.tare.scheduler.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RunStatusTest {
  /** The specification's list, letter by letter. */
  private static final Set<String> ALLOWED = Set.of(
      "PENDING>DISPATCHED",
      "PENDING>RUNNING",
      "PENDING>FAILED",
      "PENDING>CANCELLED",
      "DISPATCHED>RUNNING",
      "DISPATCHED>FAILED",
      "DISPATCHED>PENDING",
      "DISPATCHED>CANCELLED",
      "RUNNING>COMPLETED",
      "RUNNING>FAILED",
      "RUNNING>TIMEOUT",
      "RUNNING>CANCELLED",
      "RUNNING>PENDING",
      "FAILED>PENDING",
      "TIMEOUT>PENDING");

  @Test
  void everyPair_isAllowedExactlyAsSpecified() {
    Set<String> byTarget = new TreeSet<>();
    Set<String> bySource = new TreeSet<>();
    for (RunStatus from : RunStatus.values()) {
      for (RunStatus to : RunStatus.values()) {
        if (from.canBecome(to)) {
          byTarget.add(from + ">" + to);
        }
        if ((to.sources() >>> from.code() & 1) != 0) {
          bySource.add(from + ">" + to);
        }
      }
    }
    assertThat(byTarget).containsExactlyInAnyOrderElementsOf(ALLOWED);
    assertThat(bySource).isEqualTo(byTarget);
  }

  @Test
  void codes_areStable() {
    int code = 0;
    for (String name : new String[] {
      "PENDING", "DISPATCHED", "RUNNING", "COMPLETED", "FAILED", "TIMEOUT", "CANCELLED"
    }) {
      assertThat(RunStatus.ofCode(code)).isEqualTo(RunStatus.valueOf(name));
      assertThat(RunStatus.valueOf(name).code()).isEqualTo(code++);
    }
    assertThatThrownBy(() -> RunStatus.ofCode(7)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RunStatus.ofCode(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void finished_areTheFourEnds() {
    for (RunStatus status : RunStatus.values()) {
      boolean end = Set.of("COMPLETED", "FAILED", "TIMEOUT", "CANCELLED").contains(status.name());
      assertThat(status.isFinished()).isEqualTo(end);
    }
  }
}
