package dev.tare.reports.gate;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.baseline.FigureKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Figures sorted into pairs and the rest. Two rows are a pair if they differ in the parameter
 * {@code variant} alone, {@code COPYING} in one and {@code LEAN} in the other.
 *
 * @param pairs sorted by row, mode and metric
 * @param unpaired every other figure, sorted likewise
 */
public record Pairing(List<Pair> pairs, List<Measurement> unpaired) {
  private static final String COPYING = "COPYING";
  private static final String LEAN = "LEAN";

  /** Pairs these figures. */
  public static Pairing of(Collection<Measurement> figures) {
    SortedMap<FigureKey, Measurement> rest = new TreeMap<>();
    figures.forEach(figure -> rest.put(FigureKey.of(figure), figure));
    List<Pair> pairs = new ArrayList<>();
    for (Measurement copying : figures) {
      BenchmarkId id = copying.id();
      if (!COPYING.equals(id.params().get(BenchmarkId.VARIANT))) {
        continue;
      }
      FigureKey partner = new FigureKey(lean(id), copying.mode(), copying.metric());
      Measurement lean = rest.get(partner);
      if (lean != null) {
        rest.remove(partner);
        rest.remove(FigureKey.of(copying));
        pairs.add(new Pair(withoutVariant(id), copying.mode(), copying.metric(), copying, lean));
      }
    }
    pairs.sort((a, b) -> key(a).compareTo(key(b)));
    return new Pairing(List.copyOf(pairs), List.copyOf(rest.values()));
  }

  /** The totals over all pairs, one for each mode and metric that occurs. */
  public List<PairTotal> totals() {
    List<PairTotal> totals = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      for (Metric metric : Metric.values()) {
        List<Pair> some = pairs.stream()
            .filter(pair -> pair.mode() == mode && pair.metric() == metric)
            .toList();
        if (!some.isEmpty() && metric != Metric.TIME) { // a sum of times says nothing
          double copying =
              some.stream().mapToDouble(pair -> pair.copying().value()).sum();
          double lean = some.stream().mapToDouble(pair -> pair.lean().value()).sum();
          totals.add(new PairTotal(mode, metric, some.size(), copying, lean));
        }
      }
    }
    return totals;
  }

  /** The pairs of each benchmark by itself, in order. */
  public List<Pairing> byBenchmark() {
    return List.copyOf(by(pair -> pair.id().benchmark()).values());
  }

  /** The pairs that differ in this parameter alone, in order. */
  public List<Pairing> byAllBut(String param) {
    return List.copyOf(by(pair -> without(pair.id(), param).toString()).values());
  }

  /** The parameter that has the most values; empty if there is none. */
  public Optional<String> widestParam() {
    Map<String, Set<String>> values = new TreeMap<>();
    for (Pair pair : pairs) {
      pair.id()
          .params()
          .forEach((name, value) ->
              values.computeIfAbsent(name, n -> new HashSet<>()).add(value));
    }
    return values.entrySet().stream()
        .max(Comparator.comparingInt(param -> param.getValue().size()))
        .map(Map.Entry::getKey);
  }

  /** The pairs of each area by itself, sorted by it. */
  public SortedMap<String, Pairing> byArea() {
    return by(Pair::area);
  }

  private SortedMap<String, Pairing> by(Function<Pair, String> name) {
    SortedMap<String, List<Pair>> groups = new TreeMap<>();
    for (Pair pair : pairs) {
      groups.computeIfAbsent(name.apply(pair), each -> new ArrayList<>()).add(pair);
    }
    SortedMap<String, Pairing> pairings = new TreeMap<>();
    groups.forEach((each, group) -> pairings.put(each, new Pairing(group, List.of())));
    return pairings;
  }

  private static FigureKey key(Pair pair) {
    return new FigureKey(pair.id(), pair.mode(), pair.metric());
  }

  private static BenchmarkId lean(BenchmarkId copying) {
    Map<String, String> params = new TreeMap<>(copying.params());
    params.put(BenchmarkId.VARIANT, LEAN);
    return BenchmarkId.of(copying.benchmark(), params);
  }

  private static BenchmarkId withoutVariant(BenchmarkId id) {
    return without(id, BenchmarkId.VARIANT);
  }

  private static BenchmarkId without(BenchmarkId id, String param) {
    Map<String, String> params = new TreeMap<>(id.params());
    params.remove(param);
    return BenchmarkId.of(id.benchmark(), params);
  }
}
