package dev.tare.reports.cli.search;

import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.causes.Sites;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.matrix.MeasurePlan;
import dev.tare.reports.render.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Gives figures that go into a baseline the sites that they come from, so that a later one above
 * its limit is told by what differs.
 *
 * <p>The copying variant of a pair gets none: it is no code that anybody mends. A row whose sites
 * can not be had is told, and kept without.
 */
public final class SiteKeeping {
  private static final String COPYING = "COPYING";

  private final MeasurePlan plan;
  private final Function<MeasurePlan, List<MeasureResult>> measurer;
  private final Consumer<String> told;

  /** One that measures by {@code measurer}, and tells what it can not have. */
  public SiteKeeping(
      MeasurePlan plan,
      Function<MeasurePlan, List<MeasureResult>> measurer,
      Consumer<String> told) {
    this.plan = plan;
    this.measurer = measurer;
    this.told = told;
  }

  /**
   * These figures with their sites.
   *
   * @param figures by environment
   * @param calls the calls that were counted with them, likewise
   */
  public Map<Environment, List<Measurement>> keep(
      Map<Environment, List<Measurement>> figures, Map<Environment, List<SiteFigure>> calls) {
    Map<Environment, Map<FigureKey, Measurement>> allocated = allocated(figures);
    Map<Environment, List<Measurement>> kept = new HashMap<>();
    figures.forEach((environment, some) -> kept.put(
        environment,
        some.stream()
            .map(figure -> isShipped(figure.id())
                ? Sites.of(
                        allocated
                            .getOrDefault(environment, Map.of())
                            .getOrDefault(FigureKey.of(figure), figure),
                        calls.getOrDefault(environment, List.of()).stream()
                            .filter(call -> FigureKey.of(call.part()).equals(FigureKey.of(figure)))
                            .toList())
                    .keptWith(figure)
                : figure)
            .toList()));
    return kept;
  }

  /**
   * These results, in which each figure of bytes has the lines that allocate, in every variant, if
   * they add up to it.
   */
  public List<MeasureResult> allocations(List<MeasureResult> results) {
    SortedSet<BenchmarkId> rows = new TreeSet<>();
    results.forEach(result -> result.measurements().stream()
        .filter(SiteKeeping::allocates)
        .forEach(figure -> rows.add(figure.id())));
    Map<Environment, Map<FigureKey, Measurement>> found = allocated(rows);
    return results.stream()
        .map(result -> new MeasureResult(
            result.environment(),
            result.rows(),
            result.measurements().stream()
                .map(figure -> explained(
                    figure,
                    found
                        .getOrDefault(result.environment(), Map.of())
                        .getOrDefault(FigureKey.of(figure), figure)))
                .toList(),
            result.failures(),
            result.sites()))
        .toList();
  }

  private static Measurement explained(Measurement figure, Measurement seen) {
    return Sites.of(seen, List.of()).addUpTo(figure) ? Sites.with(figure, seen.sites()) : figure;
  }

  private static boolean allocates(Measurement figure) {
    return (figure.metric() == Metric.BYTES || figure.metric() == Metric.OBJECTS)
        && figure.mode() == Mode.WRITTEN
        && figure.value() > 0; // what allocates nothing has no site
  }

  private Map<Environment, Map<FigureKey, Measurement>> allocated(
      Map<Environment, List<Measurement>> figures) {
    SortedSet<BenchmarkId> rows = new TreeSet<>();
    figures
        .values()
        .forEach(some -> some.stream()
            .filter(figure -> allocates(figure) && isShipped(figure.id()))
            .forEach(figure -> rows.add(figure.id())));
    return allocated(rows);
  }

  private Map<Environment, Map<FigureKey, Measurement>> allocated(SortedSet<BenchmarkId> rows) {
    Map<Environment, Map<FigureKey, Measurement>> found = new HashMap<>();
    List<Failure> failures = new ArrayList<>();
    for (MeasurePlan narrowed : plan.narrowedTo(rows, plan.jars(), CauseSearch.ofSites(plan))) {
      for (MeasureResult result : measurer.apply(narrowed)) {
        failures.addAll(result.failures());
        Map<FigureKey, Measurement> byKey =
            found.computeIfAbsent(result.environment(), each -> new HashMap<>());
        result.measurements().forEach(figure -> byKey.put(FigureKey.of(figure), figure));
      }
    }
    failures.stream()
        .filter(failure -> rows.contains(failure.id()))
        .forEach(failure -> told.accept("kept without sites: " + Wording.failure(failure)));
    return found;
  }

  private static boolean isShipped(BenchmarkId id) {
    return !COPYING.equals(id.params().get(BenchmarkId.VARIANT));
  }
}
