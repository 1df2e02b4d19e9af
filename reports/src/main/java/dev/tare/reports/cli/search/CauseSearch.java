package dev.tare.reports.cli.search;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.sites.SitesBy;
import dev.tare.profiling.wire.Counting;
import dev.tare.reports.UserError;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.causes.Cause;
import dev.tare.reports.causes.Sites;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.matrix.MeasurePlan;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.Section;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the sites of figures that are above their limits. Calls that copy are counted with the
 * figures; which lines allocate is seen by running these rows once more, with a recorder on.
 *
 * <p>They are compared with the sites that the baseline keeps, or else with those of an earlier
 * jar, which is run likewise. Not to find a site changes no verdict.
 */
public final class CauseSearch {
  /** More rows say nothing that these do not: one change is behind most of a benchmark's. */
  private static final int MOST_ROWS = 64;

  private static final Set<Metric> ALLOCATED = EnumSet.of(Metric.BYTES, Metric.OBJECTS);
  private static final Set<Metric> COPIED =
      EnumSet.of(Metric.COPIES, Metric.COPIED_BYTES, Metric.BOXINGS);

  private final Optional<MeasurePlan> plan;
  private final List<Path> base;
  private final Function<MeasurePlan, List<MeasureResult>> measurer;

  /** One that compares with {@code base}, where it is not empty; what it runs, {@code measurer}. */
  public CauseSearch(
      MeasurePlan plan, List<Path> base, Function<MeasurePlan, List<MeasureResult>> measurer) {
    this.plan = Optional.of(plan);
    this.base = base;
    this.measurer = measurer;
  }

  private CauseSearch() {
    this.plan = Optional.empty();
    this.base = List.of();
    this.measurer = narrowed -> List.of();
  }

  /** One that runs nothing, and tells what was measured with the figures. */
  public static CauseSearch inHand() {
    return new CauseSearch();
  }

  /** What {@code plan} counts to tell sites: bytes and objects, in a JVM of its own. */
  static Counting ofSites(MeasurePlan plan) {
    return new Counting(
        Mode.WRITTEN, ALLOCATED, plan.counting().packages(), List.of(), Optional.of(SitesBy.AUTO));
  }

  /** The same report, with causes. */
  public Report explain(Report report) {
    List<Verdict> red = new ArrayList<>();
    report.sections().forEach(section -> red.addAll(red(section)));
    Found now = new Found();
    Found before = new Found();
    plan.ifPresent(some -> measure(some, red, now, before));
    return report.with(
        report.sections().stream().map(section -> explain(section, now, before)).toList());
  }

  private void measure(MeasurePlan whole, List<Verdict> red, Found now, Found before) {
    Predicate<Verdict> allocated = verdict -> ALLOCATED.contains(verdict.metric());
    Predicate<Verdict> unseen =
        verdict -> verdict.measured() != null && verdict.measured().sites().isEmpty();
    now.add(run(whole, red, allocated.and(unseen), whole.jars(), ofSites(whole)));
    if (!base.isEmpty()) {
      Predicate<Verdict> unknown = verdict -> kept(verdict).isEmpty();
      before.add(run(whole, red, allocated.and(unknown), base, ofSites(whole)));
      Counting calls =
          new Counting(COPIED, whole.counting().packages(), whole.counting().copyMethods());
      before.add(run(whole, red, allocated.negate().and(unknown), base, calls));
    }
  }

  private static List<Verdict> red(Section section) {
    return section
        .judgement()
        .map(judgement -> judgement.of(Status.REGRESSION).stream()
            .filter(verdict -> verdict.mode() == Mode.WRITTEN)
            .toList())
        .orElse(List.of());
  }

  private Found run(
      MeasurePlan whole,
      List<Verdict> red,
      Predicate<Verdict> wanted,
      List<Path> jars,
      Counting counting) {
    SortedSet<BenchmarkId> rows =
        ofEach(red.stream().filter(wanted).map(Verdict::id).toList());
    Found found = new Found();
    for (MeasurePlan narrowed : whole.narrowedTo(rows, jars, counting)) {
      try {
        found.add(measurer.apply(narrowed));
      } catch (UserError error) {
        rows.stream()
            .filter(row -> narrowed.selection().includes(row.benchmark()))
            .forEach(row -> found.problems.put(row, String.valueOf(error.getMessage())));
      }
    }
    return found;
  }

  /** As many rows as are run: from every benchmark the first, then from each the second. */
  private static SortedSet<BenchmarkId> ofEach(List<BenchmarkId> wanted) {
    Map<String, Deque<BenchmarkId>> byBenchmark = new TreeMap<>();
    for (BenchmarkId row : new TreeSet<>(wanted)) {
      byBenchmark.computeIfAbsent(row.benchmark(), name -> new ArrayDeque<>()).add(row);
    }
    SortedSet<BenchmarkId> rows = new TreeSet<>();
    while (rows.size() < MOST_ROWS && !byBenchmark.isEmpty()) {
      for (Deque<BenchmarkId> next : List.copyOf(byBenchmark.values())) {
        if (rows.size() < MOST_ROWS) {
          rows.add(next.remove());
        }
      }
      byBenchmark.values().removeIf(Deque::isEmpty);
    }
    return rows;
  }

  private static Section explain(Section section, Found now, Found before) {
    Map<FigureKey, Cause> causes = new HashMap<>();
    for (Verdict verdict : red(section)) {
      Measurement figure = verdict.measured();
      if (figure == null) {
        continue;
      }
      FigureKey key = FigureKey.of(figure);
      Optional<Sites> sites = COPIED.contains(key.metric()) || !figure.sites().isEmpty()
          ? Optional.of(Sites.of(figure, section.sitesOf(figure)))
          : now.sites(section.environment(), key);
      Optional<Sites> earlier = kept(verdict).or(() -> before.sites(section.environment(), key));
      sites
          .map(found -> found.since(earlier))
          .or(() -> Optional.ofNullable(now.problems.get(key.id())).map(Cause::unknown))
          .ifPresent(cause -> causes.put(key, cause));
    }
    return section.with(causes);
  }

  /** The sites that the baseline holds, if they explain its figure. */
  private static Optional<Sites> kept(Verdict verdict) {
    Measurement before = verdict.baseline();
    return before == null
        ? Optional.empty()
        : Optional.of(Sites.of(before, List.of())).filter(sites -> sites.addUpTo(before));
  }

  /** What further runs gave. */
  private static final class Found {
    private record Key(Environment environment, FigureKey figure) {}

    private final Map<Key, Sites> sites = new HashMap<>();
    private final Map<BenchmarkId, String> problems = new HashMap<>();

    void add(Found other) {
      sites.putAll(other.sites);
      problems.putAll(other.problems);
    }

    void add(List<MeasureResult> results) {
      for (MeasureResult result : results) {
        for (Failure failure : result.failures()) {
          problems.put(failure.id(), failure.message());
        }
        for (Measurement figure : result.measurements()) {
          FigureKey key = FigureKey.of(figure);
          sites.put(
              new Key(result.environment(), key),
              Sites.of(
                  figure,
                  result.sites().stream()
                      .filter(site -> FigureKey.of(site.part()).equals(key))
                      .toList()));
        }
      }
    }

    Optional<Sites> sites(Environment environment, FigureKey figure) {
      return Optional.ofNullable(sites.get(new Key(environment, figure)));
    }
  }
}
