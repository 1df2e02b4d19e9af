package dev.tare.reports.page;

import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.Site;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.gate.Judgement;
import dev.tare.reports.gate.Pair;
import dev.tare.reports.gate.Pairing;
import dev.tare.reports.gate.Status;
import dev.tare.reports.page.PairView.AllocationView;
import dev.tare.reports.page.PairView.CallView;
import dev.tare.reports.page.PairView.MetricView;
import dev.tare.reports.page.PairView.Places;
import dev.tare.reports.render.FigureText;
import dev.tare.reports.render.Rows;
import dev.tare.reports.render.Section;
import dev.tare.reports.render.ShortNames;
import dev.tare.reports.render.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes what the page says of a section. */
final class Sections {
  /** Less than any: lean costs something where copying costs nothing. */
  private static final double NO_REDUCTION = -1e9;

  /** Of more lines that allocate, the records have the rest. */
  private static final int MOST_SITES = 12;

  private final String command;
  private final Anchors anchors;
  private final ShortNames names;
  private final Map<FigureKey, Status> verdicts = new HashMap<>();
  private final Map<FigureKey, List<SiteFigure>> calls = new HashMap<>();

  private Sections(Section section, String command, Anchors anchors) {
    this.command = command;
    this.anchors = anchors;
    this.names = new ShortNames(
        section.measurements().stream().map(figure -> figure.id().benchmark()).toList());
    section.judgement().map(Judgement::verdicts).orElse(List.of()).forEach(verdict -> {
      if (verdict.metric() != null) {
        verdicts.put(
            new FigureKey(verdict.id(), verdict.mode(), verdict.metric()), verdict.status());
      }
    });
    section
        .sites()
        .forEach(site -> calls
            .computeIfAbsent(FigureKey.of(site.part()), key -> new ArrayList<>())
            .add(site));
  }

  /** The section as the page shows it. */
  static PageSection of(Section section, String file, String command, Anchors anchors) {
    Sections views = new Sections(section, command, anchors);
    SortedMap<String, Pairing> byArea = section.pairing().byArea();
    String anchor = anchors.of("figures", section.environment().baselineKey());
    List<AreaView> areas = new ArrayList<>();
    byArea.forEach((name, pairing) -> areas.add(new AreaView(
        byArea.size() == 1 ? "" : Wording.clean(name),
        views.worst(figures(pairing.pairs())),
        totals(pairing),
        views.pairs(pairing, name))));
    List<MetricView> totals = totals(section.pairing());
    List<Measurement> singles = section.pairing().unpaired();
    List<String> columns = columns(singles.stream());
    return new PageSection(
        section,
        anchor,
        file,
        command,
        totals,
        columns(section.pairing().pairs().stream().map(Pair::copying)),
        areas,
        columns,
        views.singles(singles, columns));
  }

  private static List<String> columns(Stream<Measurement> figures) {
    return figures
        .sorted(Comparator.comparing(Measurement::mode).thenComparing(Measurement::metric))
        .map(figure -> name(figure.mode(), figure.metric()))
        .distinct()
        .toList();
  }

  private List<SingleView> singles(List<Measurement> figures, List<String> columns) {
    SortedMap<BenchmarkId, List<Measurement>> rows = new TreeMap<>();
    figures.forEach(
        figure -> rows.computeIfAbsent(figure.id(), id -> new ArrayList<>()).add(figure));
    List<SingleView> views = new ArrayList<>();
    rows.forEach((id, row) -> {
      String[] texts = new String[columns.size()];
      Double[] values = new Double[columns.size()];
      Arrays.fill(texts, FigureText.NONE);
      Arrays.fill(values, -1.0);
      for (Measurement figure : row) {
        int column = columns.indexOf(name(figure.mode(), figure.metric()));
        texts[column] = FigureText.of(figure);
        values[column] = figure.value();
      }
      views.add(new SingleView(
          Wording.clean(names.of(id.benchmark())),
          Wording.clean(id.paramText()),
          worst(row.stream()),
          List.of(texts),
          List.of(values)));
    });
    return views;
  }

  private static List<MetricView> totals(Pairing pairing) {
    return pairing.totals().stream()
        .map(total -> new MetricView(
            name(total.mode(), total.metric()),
            total.metric().unit(),
            FigureText.number(total.copying()),
            FigureText.number(total.lean()),
            FigureText.percent(total.reduction()),
            Rows.UNJUDGED,
            total.copying(),
            total.lean(),
            fraction(total.reduction())))
        .toList();
  }

  private List<PairView> pairs(Pairing area, String areaName) {
    SortedMap<String, List<Pair>> rows = new TreeMap<>();
    area.pairs()
        .forEach(pair ->
            rows.computeIfAbsent(pair.id().toString(), row -> new ArrayList<>()).add(pair));
    return rows.values().stream().map(row -> view(row, areaName)).toList();
  }

  private PairView view(List<Pair> row, String area) {
    row.sort(Comparator.comparing(Pair::mode).thenComparing(Pair::metric));
    Pair first = row.get(0);
    List<MetricView> metrics = row.stream().map(this::metric).toList();
    String brief = names.of(first.id().benchmark());
    return new PairView(
        anchors.of("pair", area + ' ' + brief + ' ' + first.id().paramText()),
        Wording.clean(brief),
        Wording.clean(first.id().benchmark()),
        Wording.clean(first.id().paramText()),
        worst(figures(row)),
        metrics,
        places(row.stream().map(Pair::copying).toList()),
        places(row.stream().map(Pair::lean).toList()),
        Wording.clean(Narrowed.command(command, first.id())));
  }

  private MetricView metric(Pair pair) {
    return new MetricView(
        name(pair.mode(), pair.metric()),
        pair.metric().unit(),
        FigureText.of(pair.copying()),
        FigureText.of(pair.lean()),
        FigureText.reduction(pair),
        worst(figures(List.of(pair))),
        pair.copying().value(),
        pair.lean().value(),
        fraction(pair.reduction()));
  }

  private String worst(Stream<Measurement> figures) {
    return figures
        .flatMap(figure -> Stream.ofNullable(verdicts.get(FigureKey.of(figure))))
        .max(Comparator.naturalOrder())
        .map(Status::label)
        .orElse(Rows.UNJUDGED);
  }

  private static Stream<Measurement> figures(List<Pair> pairs) {
    return pairs.stream().flatMap(pair -> Stream.of(pair.copying(), pair.lean()));
  }

  private Places places(List<Measurement> figures) {
    SortedMap<CopySite, Map<Metric, Measurement>> parts = new TreeMap<>();
    List<AllocationView> allocations = new ArrayList<>();
    for (Measurement figure : figures) {
      for (SiteFigure call : calls.getOrDefault(FigureKey.of(figure), List.of())) {
        if (call.part().high() > 0) {
          parts
              .computeIfAbsent(call.site(), site -> new HashMap<>())
              .put(figure.metric(), call.part());
        }
      }
      if (figure.metric() == Metric.BYTES) {
        figure.sites().stream()
            .limit(MOST_SITES)
            .forEach(site -> allocations.add(allocation(site, figure)));
      }
    }
    List<CallView> views = new ArrayList<>();
    parts.entrySet().stream()
        .sorted(Comparator.comparing(
            (Map.Entry<CopySite, Map<Metric, Measurement>> part) -> -bytes(part.getValue())))
        .forEach(part -> views.add(call(part.getKey(), part.getValue())));
    return new Places(views, allocations);
  }

  private static double bytes(Map<Metric, Measurement> parts) {
    Measurement bytes = parts.get(Metric.COPIED_BYTES);
    return bytes == null ? 0 : bytes.value();
  }

  private static CallView call(CopySite site, Map<Metric, Measurement> parts) {
    Measurement times = parts.getOrDefault(Metric.COPIES, parts.get(Metric.BOXINGS));
    Measurement bytes = parts.get(Metric.COPIED_BYTES);
    return new CallView(
        times == null ? FigureText.NONE : FigureText.of(times),
        bytes == null ? FigureText.NONE : FigureText.of(bytes),
        Wording.clean(site.call()),
        Wording.clean(withoutPackage(site.location())),
        Wording.clean(site.location()));
  }

  private static AllocationView allocation(Site site, Measurement figure) {
    return new AllocationView(
        FigureText.number(site.value()),
        figure.value() == 0 ? 0 : site.value() / figure.value(),
        Wording.clean(withoutPackage(site.type())),
        Wording.clean(withoutPackage(site.location())),
        Wording.clean(site.location()));
  }

  /** Packages begin with a small letter, classes do not. */
  static String withoutPackage(String name) {
    int start = 0;
    for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
      if (!Character.isLowerCase(name.charAt(start))) {
        break;
      }
      start = dot + 1;
    }
    return name.substring(start);
  }

  private static String name(Mode mode, Metric metric) {
    String words = switch (metric) {
      case COPIED_BYTES -> "copied bytes";
      case INSTANCE_BYTES -> "instance bytes";
      case GRAPH_BYTES -> "graph bytes";
      case TIME -> "time, ns";
      default -> metric.label();
    };
    return mode == Mode.STEADY ? words + ", compiled" : words;
  }

  private static double fraction(@Nullable Double reduction) {
    return reduction == null ? NO_REDUCTION : reduction;
  }
}
