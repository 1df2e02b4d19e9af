package dev.tare.reports.gate;

import static java.util.stream.Collectors.toList;

import dev.tare.reports.baseline.FigureKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All verdicts of one environment.
 *
 * @param verdicts sorted by row, mode and metric
 */
public record Judgement(List<Verdict> verdicts) {

  /** The worst status; {@link Status#OK} if there is nothing to judge. */
  public Status worst() {
    return verdicts.stream().map(Verdict::status).max(Comparator.naturalOrder()).orElse(Status.OK);
  }

  /** The verdicts of one status, sorted. */
  public List<Verdict> of(Status status) {
    return verdicts.stream().filter(verdict -> verdict.status() == status).collect(toList());
  }

  /** All but the verdicts of one status. */
  public Judgement without(Status status) {
    return new Judgement(
        verdicts.stream().filter(verdict -> verdict.status() != status).toList());
  }

  /** The verdict on one figure, if it was judged. */
  public Optional<Verdict> on(FigureKey key) {
    return verdicts.stream()
        .filter(verdict -> verdict.id().equals(key.id())
            && verdict.mode() == key.mode()
            && verdict.metric() == key.metric())
        .findFirst();
  }
}
