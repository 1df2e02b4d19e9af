package dev.tare.reports.render;

import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.causes.Cause;
import dev.tare.reports.gate.Judgement;
import dev.tare.reports.gate.Pairing;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one environment gave.
 *
 * @param environment the JVM
 * @param measurements every figure, sorted
 * @param failures the rows without one, sorted
 * @param pairing the same figures in pairs, and the rest
 * @param judgement what the gate says; empty if there is no baseline to judge by
 * @param sites what each call adds to the figures that the copies agent counts, sorted
 * @param causes what is known of why figures are above their limits
 */
public record Section(
    Environment environment,
    List<Measurement> measurements,
    List<Failure> failures,
    Pairing pairing,
    Optional<Judgement> judgement,
    List<SiteFigure> sites,
    Map<FigureKey, Cause> causes) {
  private static final Set<Metric> DETAILS = EnumSet.of(Metric.BOXINGS);

  /** A section of which no causes are known. */
  public Section(
      Environment environment,
      List<Measurement> measurements,
      List<Failure> failures,
      Pairing pairing,
      Optional<Judgement> judgement,
      List<SiteFigure> sites) {
    this(environment, measurements, failures, pairing, judgement, sites, Map.of());
  }

  /** The same with these causes. */
  public Section with(Map<FigureKey, Cause> known) {
    return new Section(
        environment, measurements, failures, pairing, judgement, sites, Map.copyOf(known));
  }

  /** Why the figure of a verdict is above its limit, as far as that is known. */
  public Optional<Cause> causeOf(Verdict verdict) {
    Measurement now = verdict.measured();
    return now == null ? Optional.empty() : Optional.ofNullable(causes.get(FigureKey.of(now)));
  }

  /** What each call adds to one figure, sorted by place; empty if that was not counted. */
  public List<SiteFigure> sitesOf(Measurement figure) {
    FigureKey key = FigureKey.of(figure);
    return sites.stream().filter(site -> FigureKey.of(site.part()).equals(key)).toList();
  }

  /**
   * The figures that a reader wants first: with copies counted, not boxing. The judgement is the
   * same.
   */
  Section brief() {
    if (measurements.stream().noneMatch(figure -> figure.metric() == Metric.COPIES)) {
      return this;
    }
    List<Measurement> first = measurements.stream()
        .filter(figure -> !DETAILS.contains(figure.metric()))
        .toList();
    return new Section(environment, first, failures, Pairing.of(first), judgement, sites, causes);
  }

  /** The worst status; a failed row is one even where there is no baseline. */
  public Status worst() {
    return judgement
        .map(Judgement::worst)
        .orElseGet(() -> failures.stream()
            .map(failure -> Verdict.failed(failure).status())
            .max(Comparator.naturalOrder())
            .orElse(Status.OK));
  }
}
