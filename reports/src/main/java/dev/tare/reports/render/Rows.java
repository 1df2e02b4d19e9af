package dev.tare.reports.render;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.gate.Pair;
import dev.tare.reports.gate.PairTotal;
import dev.tare.reports.gate.Pairing;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of a section's tables as people read them; every renderer lays out the same ones. */
public final class Rows {
  /** What stands where nothing was judged. */
  public static final String UNJUDGED = FigureText.NONE;

  /** With more pairs than these, a benchmark is one row of a brief table. */
  private static final int MOST_ROWS = 8;

  private final Section section;
  private final ShortNames names;
  private final boolean severalModes;

  /** The rows of this section. */
  public Rows(Section section) {
    this.section = section;
    this.names = new ShortNames(
        section.measurements().stream().map(figure -> figure.id().benchmark()).toList());
    this.severalModes = section.measurements().stream()
            .map(Measurement::mode)
            .filter(mode -> mode != Mode.TIMED)
            .distinct()
            .count()
        > 1;
  }

  /** One row a pair, area by area. */
  public List<AreaRows> areas() {
    return areas(pairing -> pairing.pairs().stream().map(this::row).toList());
  }

  /** The same, but for benchmarks with many rows in order, which are summed. */
  List<AreaRows> briefAreas() {
    return areas(this::brief);
  }

  private List<AreaRows> areas(Function<Pairing, List<PairRow>> rows) {
    SortedMap<String, Pairing> byArea = section.pairing().byArea();
    List<AreaRows> areas = new ArrayList<>();
    byArea.forEach((area, pairing) -> {
      String name = Wording.clean(area);
      areas.add(
          byArea.size() == 1 // then the total of all is its total
              ? new AreaRows("", rows.apply(pairing), List.of())
              : new AreaRows(name, rows.apply(pairing), totals(pairing, name + ", ")));
    });
    return areas;
  }

  private List<PairRow> brief(Pairing area) {
    List<PairRow> rows = new ArrayList<>();
    for (Pairing benchmark : area.byBenchmark()) {
      boolean many = benchmark.totals().stream().anyMatch(total -> total.pairs() > MOST_ROWS);
      Optional<String> widest = many ? benchmark.widestParam() : Optional.empty();
      if (widest.isEmpty()) {
        benchmark.pairs().forEach(pair -> rows.add(row(pair)));
      } else {
        benchmark.byAllBut(widest.get()).forEach(some -> rows.addAll(summed(some, widest.get())));
      }
    }
    return rows;
  }

  /** Pairs that differ in a parameter alone, as one row, unless their verdicts differ. */
  private List<PairRow> summed(Pairing some, String param) {
    List<PairRow> each = some.pairs().stream().map(this::row).toList();
    if (each.stream().map(PairRow::baseline).distinct().count() > 1) {
      return each;
    }
    BenchmarkId id = some.pairs().get(0).id();
    String params = id.params().entrySet().stream()
            .filter(other -> !other.getKey().equals(param))
            .map(other -> other.getKey() + '=' + other.getValue() + ',')
            .collect(Collectors.joining())
        + "sum over " + param;
    return some.totals().stream()
        .map(total -> row(
            benchmark(id) + " × " + total.pairs(),
            Wording.clean(params),
            each.get(0).baseline(),
            total))
        .toList();
  }

  private PairRow row(Pair pair) {
    return new PairRow(
        benchmark(pair.id()),
        Wording.clean(pair.id().paramText()),
        metric(pair.mode(), pair.metric()),
        FigureText.of(pair.copying()),
        FigureText.of(pair.lean()),
        FigureText.reduction(pair),
        verdict(pair.copying(), pair.lean()));
  }

  /** One row a mode and metric: the sums over all pairs. */
  public List<PairRow> totals() {
    return totals(section.pairing(), "");
  }

  private List<PairRow> totals(Pairing pairing, String of) {
    return pairing.totals().stream()
        .map(total -> row("total of " + of + Wording.count(total.pairs(), "pair"), "", "", total))
        .toList();
  }

  private PairRow row(String name, String params, String baseline, PairTotal total) {
    return new PairRow(
        name,
        params,
        metric(total.mode(), total.metric()),
        FigureText.number(total.copying()),
        FigureText.number(total.lean()),
        FigureText.percent(total.reduction()),
        baseline);
  }

  /** One row a figure that has no partner. */
  public List<FigureRow> unpaired() {
    return section.pairing().unpaired().stream().map(this::row).toList();
  }

  private FigureRow row(Measurement figure) {
    return new FigureRow(
        benchmark(figure.id()),
        Wording.clean(figure.id().paramText()),
        metric(figure.mode(), figure.metric()),
        FigureText.of(figure),
        figure.metric().unit(),
        verdict(figure));
  }

  private String benchmark(BenchmarkId id) {
    return Wording.clean(names.of(id.benchmark()));
  }

  private String metric(Mode mode, Metric metric) {
    if (mode == Mode.TIMED) {
      return metric.label() + ", ns";
    }
    return severalModes || mode != Mode.WRITTEN
        ? mode.label() + ' ' + metric.label()
        : metric.label();
  }

  private String verdict(Measurement... figures) {
    return section
        .judgement()
        .flatMap(judgement -> Stream.of(figures)
            .map(figure -> judgement.on(FigureKey.of(figure)))
            .flatMap(Optional::stream)
            .map(Verdict::status)
            .max(Comparator.naturalOrder()))
        .map(Status::label)
        .orElse(UNJUDGED);
  }

  /**
   * The pairs of one area, ready to show.
   *
   * @param area its name; empty where there is one alone
   * @param pairs by benchmark, parameters and metric
   * @param totals the sums over them; empty where there is one area alone
   */
  public record AreaRows(String area, List<PairRow> pairs, List<PairRow> totals) {}

  /**
   * A pair, ready to show.
   *
   * @param benchmark short name
   * @param params parameters but for the variant
   * @param metric what was counted
   * @param copying the copying figure
   * @param lean the lean figure
   * @param reduction in percent
   * @param baseline the worse verdict of the two
   */
  public record PairRow(
      String benchmark,
      String params,
      String metric,
      String copying,
      String lean,
      String reduction,
      String baseline) {}

  /**
   * A figure, ready to show.
   *
   * @param benchmark short name
   * @param params all parameters
   * @param metric what was counted
   * @param value the figure
   * @param unit of the figure
   * @param baseline its verdict
   */
  public record FigureRow(
      String benchmark, String params, String metric, String value, String unit, String baseline) {}
}
