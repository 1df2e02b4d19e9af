package dev.tare.benchmarks.load;

import java.util.ArrayList;
import java.util.List;

/**
 * How many times a peer's tasks a second ours are, within one run.
 *
 * @param subject which of ours
 */
record Ratio(Operation operation, String subject, String peer, double tasksPerSecond) {

  /** Of the first subject of each operation to each of the others. */
  static List<Ratio> of(List<LoadResult> results) {
    List<Ratio> ratios = new ArrayList<>();
    for (LoadResult peer : results) {
      LoadResult ours = results.stream()
          .filter(result -> result.operation() == peer.operation())
          .findFirst()
          .orElseThrow();
      if (!ours.equals(peer)) {
        ratios.add(new Ratio(
            peer.operation(),
            ours.subject(),
            peer.subject(),
            ours.tasksPerSecond() / peer.tasksPerSecond()));
      }
    }
    return ratios;
  }
}
