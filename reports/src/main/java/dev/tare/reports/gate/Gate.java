package dev.tare.reports.gate;

import static java.util.stream.Collectors.toSet;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.baseline.FigureKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Holds figures against a baseline.
 *
 * <p>An exact figure has no room: one byte more is a regression, one byte less an improvement to be
 * claimed. A varying figure is held against its baseline's range, widened by the tolerance. One
 * that was exact and now varies is worse if its least determination is, better if its greatest is,
 * and otherwise held against the tolerance: a range around the old figure is no proof of a change.
 * A steady figure is the least of several JVMs, held against its baseline's range, widened. One
 * that varied and is now exact passes if it lies in the old range, widened. Nothing passes by being
 * absent.
 */
public final class Gate {
  private Gate() {}

  /** Judges every gated figure, failed row, and selected line of the baseline. */
  public static Judgement judge(
      Collection<Measurement> measured,
      Collection<Failure> failures,
      Baseline baseline,
      Selection selection,
      Limits limits) {
    List<Verdict> verdicts = new ArrayList<>();
    Set<FigureKey> present = new HashSet<>();
    for (Measurement now : measured) {
      if (limits.gates(now.metric())) {
        FigureKey key = FigureKey.of(now);
        present.add(key);
        verdicts.add(baseline
            .figure(key)
            .map(before -> compare(now, before, limits))
            .orElseGet(() -> missing(now)));
      }
    }
    failures.forEach(failure -> verdicts.add(Verdict.failed(failure)));
    // A row that is not stable has no figure to judge: a line that it has in the baseline is lost.
    Set<RowInMode> unstable = rows(failures, Failure.Kind.NOT_STABLE);
    Set<RowInMode> failed = rows(failures, Failure.Kind.ERROR);
    for (Measurement before : baseline.figures()) {
      FigureKey key = FigureKey.of(before);
      boolean expected = selection.test(key) && limits.gates(key.metric());
      RowInMode row = new RowInMode(key.id(), key.mode());
      if (expected && !present.contains(key) && !failed.contains(row)) {
        verdicts.add(vanished(before, unstable.contains(row)));
      }
    }
    Collections.sort(verdicts);
    return new Judgement(List.copyOf(verdicts));
  }

  private static Verdict compare(Measurement now, Measurement before, Limits limits) {
    boolean lostExactness = now.mode() == Mode.WRITTEN && before.isExact() && !now.isExact();
    Tolerance tolerance = lostExactness ? Limits.VARYING : limits.of(before);
    double limit = tolerance.above(before.high());
    double floor = tolerance.below(before.low());
    Status status = Status.OK;
    if (now.value() > limit || (lostExactness && now.low() > before.high())) {
      status = Status.REGRESSION;
    } else if (now.value() < floor || (lostExactness && now.high() < before.low())) {
      status = Status.IMPROVEMENT;
    }
    return new Verdict(
        now.id(), now.mode(), now.metric(), status, now, before, limit, note(now, before));
  }

  private static String note(Measurement now, Measurement before) {
    if (before.isExact() == now.isExact() || now.mode() != Mode.WRITTEN) {
      return "";
    }
    return before.isExact() ? "was exact, now varies" : "varied, now exact";
  }

  private static Verdict missing(Measurement now) {
    return new Verdict(
        now.id(), now.mode(), now.metric(), Status.MISSING, now, null, null, "no baseline line");
  }

  private static Set<RowInMode> rows(Collection<Failure> failures, Failure.Kind kind) {
    return failures.stream()
        .filter(failure -> failure.kind() == kind)
        .map(failure -> new RowInMode(failure.id(), failure.mode()))
        .collect(toSet());
  }

  private static Verdict vanished(Measurement before, boolean unstable) {
    return new Verdict(
        before.id(),
        before.mode(),
        before.metric(),
        Status.VANISHED,
        null,
        before,
        null,
        unstable ? "in the baseline, but not stable now" : "in the baseline, but not measured");
  }

  private record RowInMode(BenchmarkId id, Mode mode) {}
}
