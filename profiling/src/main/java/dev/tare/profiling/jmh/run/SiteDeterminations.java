package dev.tare.profiling.jmh.run;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.jmh.run.AllocationProfiler.Iteration;
import dev.tare.profiling.jmh.run.SingleShot.Halves;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The figures of one row, taken apart by the calls that they come from, each by the rule of a
 * {@link Determination}. Not thread-safe.
 */
final class SiteDeterminations {
  private final List<Metric> metrics;
  private final SortedMap<CopySite, SortedMap<Metric, Determination>> bySite = new TreeMap<>();

  /** Takes apart those of these metrics that rewritten calls count. */
  SiteDeterminations(Set<Metric> metrics) {
    this.metrics = metrics.stream().filter(Metric::isOfCopies).sorted().toList();
  }

  /** As {@link Determination#take}. */
  void take(Halves wides, Halves narrows) {
    for (CopySite site : seen(wides, narrows)) {
      bySite
          .computeIfAbsent(site, this::determinations)
          .values()
          .forEach(each -> each.take(wides, narrows));
    }
  }

  /** What each call adds, sorted; calls that the operation itself does not make are left out. */
  List<SiteFigure> of(BenchmarkId row) {
    List<SiteFigure> figures = new ArrayList<>();
    bySite.forEach((site, determinations) -> determinations.values().forEach(each -> {
      Measurement part = each.of(row);
      if (part.high() > 0) {
        figures.add(new SiteFigure(site, part));
      }
    }));
    Collections.sort(figures);
    return List.copyOf(figures);
  }

  private SortedMap<Metric, Determination> determinations(CopySite site) {
    SortedMap<Metric, Determination> determinations = new TreeMap<>();
    for (Metric metric : metrics) {
      if ((metric == Metric.BOXINGS) == (site.kind() == CopyKind.BOXING)) {
        determinations.put(metric, new Determination(metric, site));
      }
    }
    return determinations;
  }

  private static SortedSet<CopySite> seen(Halves wides, Halves narrows) {
    SortedSet<CopySite> sites = new TreeSet<>();
    Stream.of(wides.small(), wides.large(), narrows.small(), narrows.large())
        .flatMap(List::stream)
        .map(Iteration::copied)
        .forEach(copied -> sites.addAll(copied.bySite().keySet()));
    return sites;
  }
}
