package dev.tare.reports.baseline;

import dev.tare.profiling.record.Measurement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The figures of one environment that the gate holds new ones against. Immutable, sorted. */
public final class Baseline {
  private static final Baseline EMPTY = new Baseline(new TreeMap<>());

  private final SortedMap<FigureKey, Measurement> figures;

  private Baseline(SortedMap<FigureKey, Measurement> figures) {
    this.figures = Collections.unmodifiableSortedMap(figures);
  }

  /** A baseline without a figure. */
  public static Baseline empty() {
    return EMPTY;
  }

  /** A baseline of these figures; of two with one key, the later stands. */
  public static Baseline of(Collection<Measurement> figures) {
    return EMPTY.with(figures);
  }

  /** All figures, sorted by key. */
  public Collection<Measurement> figures() {
    return figures.values();
  }

  /** The figure of this key, if there is a line for it. */
  public Optional<Measurement> figure(FigureKey key) {
    return Optional.ofNullable(figures.get(key));
  }

  /**
   * This baseline with {@code claimed} in the place of the lines of the same keys. A figure that
   * stays as it was keeps its sites, unless it brings others.
   */
  public Baseline with(Collection<Measurement> claimed) {
    SortedMap<FigureKey, Measurement> merged = new TreeMap<>(figures);
    claimed.forEach(figure -> merged.merge(FigureKey.of(figure), figure, Baseline::later));
    return new Baseline(merged);
  }

  private static Measurement later(Measurement before, Measurement after) {
    return after.sites().isEmpty() && sameFigure(before, after) ? before : after;
  }

  /** Whether two figures differ in their sites at most. */
  public static boolean sameFigure(Measurement a, Measurement b) {
    return a.value() == b.value() && a.low() == b.low() && a.high() == b.high();
  }

  /** This baseline without the lines whose key matches. */
  public Baseline without(Predicate<FigureKey> unwanted) {
    SortedMap<FigureKey, Measurement> kept = new TreeMap<>(figures);
    kept.keySet().removeIf(unwanted);
    return new Baseline(kept);
  }

  /** What leads from this baseline to {@code next}, sorted by key. */
  public List<BaselineChange> changesTo(Baseline next) {
    List<BaselineChange> changes = new ArrayList<>();
    with(next.figures()).figures.keySet().forEach(key -> {
      Measurement before = figures.get(key);
      Measurement after = next.figures.get(key);
      if (before == null || !before.equals(after)) {
        changes.add(new BaselineChange(key, before, after));
      }
    });
    return changes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Baseline that && figures.equals(that.figures);
  }

  @Override
  public int hashCode() {
    return figures.hashCode();
  }

  @Override
  public String toString() {
    return figures.values().toString();
  }
}
