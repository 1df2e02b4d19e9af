package dev.tare.reports.matrix;

import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.launch.MeasureResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What one environment gave so far, over several requests. */
final class MergedResult {
  private final Environment environment;
  private final SortedSet<BenchmarkId> rows = new TreeSet<>();
  private final SortedMap<FigureKey, Measurement> figures = new TreeMap<>();
  private final List<Failure> failures = new ArrayList<>();
  private final SortedMap<SiteKey, SiteFigure> sites = new TreeMap<>();

  private record SiteKey(FigureKey figure, CopySite site) implements Comparable<SiteKey> {
    @Override
    public int compareTo(SiteKey other) {
      int byFigure = figure.compareTo(other.figure);
      return byFigure != 0 ? byFigure : site.compareTo(other.site);
    }
  }

  MergedResult(Environment environment) {
    this.environment = environment;
  }

  void add(MeasureResult result, String database, Secrets secrets) {
    rows.addAll(result.rows());
    result
        .measurements()
        .forEach(figure -> figures.merge(FigureKey.of(figure), figure, Measurement::or));
    for (SiteFigure figure : result.sites()) {
      SiteKey key = new SiteKey(FigureKey.of(figure.part()), figure.site());
      sites.merge(key, figure, MergedResult::both);
    }
    for (Failure failure : result.failures()) {
      String where = database.isEmpty() ? "" : "on " + database + ": ";
      Failure told = new Failure(
          failure.id(), failure.mode(), failure.kind(), secrets.hide(where + failure.message()));
      if (!failures.contains(told)) { // of two countings, both may fail alike
        failures.add(told);
      }
    }
  }

  MeasureResult toResult() {
    List<Failure> sorted = new ArrayList<>(failures);
    sorted.sort(Comparator.comparing(Failure::id).thenComparing(Failure::mode));
    return new MeasureResult(
        environment,
        List.copyOf(rows),
        List.copyOf(figures.values()),
        sorted,
        List.copyOf(sites.values()));
  }

  private static SiteFigure both(SiteFigure a, SiteFigure b) {
    return new SiteFigure(a.site(), a.part().or(b.part()));
  }
}
