package dev.tare.reports.history;

import dev.tare.reports.baseline.FigureKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One figure over the runs of one environment, and where it changed.
 *
 * <p>Of an exact figure every step is a change. One that varied in any run is looked at as a
 * sample: {@link EDivisive} tells where its distribution changed, in its latest runs, and what is
 * less than a hundredth is left out.
 */
public final class Series {
  /** Estimation takes time in the square of this. */
  static final int MOST_VARYING = 250;

  private static final double LEAST = 0.01;

  private final FigureKey figure;
  private final double[] values;
  private final boolean exact;
  private final List<Change> changes;

  private Series(FigureKey figure, double[] values, boolean exact, List<Change> changes) {
    this.figure = figure;
    this.values = values;
    this.exact = exact;
    this.changes = changes;
  }

  /**
   * A figure's series.
   *
   * @param values a figure a run, NaN where it is not known
   * @param commits what each run measured
   */
  static Series of(FigureKey figure, double[] values, boolean exact, List<String> commits) {
    List<Change> changes = exact ? steps(values, commits) : shifts(values, commits);
    return new Series(figure, values.clone(), exact, changes);
  }

  /** What this is a series of. */
  public FigureKey figure() {
    return figure;
  }

  /** Whether all determinations of all runs agreed, each with itself. */
  public boolean exact() {
    return exact;
  }

  /** Whether the latest run knows it. */
  public boolean present() {
    return !Double.isNaN(values[values.length - 1]);
  }

  /** Its latest value. */
  public double latest() {
    for (int i = values.length - 1; i >= 0; i--) {
      if (!Double.isNaN(values[i])) {
        return values[i];
      }
    }
    return Double.NaN;
  }

  /** The changes, oldest first. */
  public List<Change> changes() {
    return changes;
  }

  /** The number of runs. */
  int length() {
    return values.length;
  }

  /** The least of its values. */
  double least() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).min().orElse(0);
  }

  /** The greatest. */
  double most() {
    return Arrays.stream(values).filter(value -> !Double.isNaN(value)).max().orElse(0);
  }

  /** The figure at a run, or NaN. */
  double at(int run) {
    return values[run];
  }

  private static List<Change> steps(double[] values, List<String> commits) {
    List<Change> changes = new ArrayList<>();
    double before = Double.NaN;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        if (!Double.isNaN(before) && before != values[i]) {
          changes.add(new Change(i, commits.get(i), before, values[i]));
        }
        before = values[i];
      }
    }
    return List.copyOf(changes);
  }

  private static List<Change> shifts(double[] values, List<String> commits) {
    int[] known = new int[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        known[count++] = i;
      }
    }
    int first = Math.max(0, count - MOST_VARYING);
    double[] latest = new double[count - first];
    for (int i = first; i < count; i++) {
      latest[i - first] = values[known[i]];
    }
    List<Integer> bounds = new ArrayList<>(EDivisive.changes(latest));
    bounds.add(latest.length);
    List<Change> changes = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < bounds.size() - 1; i++) {
      int at = bounds.get(i);
      double before = median(latest, from, at);
      double after = median(latest, at, bounds.get(i + 1));
      if (Math.abs(after - before) >= LEAST * Math.max(before, after)) {
        int run = known[first + at];
        changes.add(new Change(run, commits.get(run), before, after));
      }
      from = at;
    }
    return List.copyOf(changes);
  }

  private static double median(double[] values, int from, int to) {
    double[] part = Arrays.copyOfRange(values, from, to);
    Arrays.sort(part);
    return part[part.length / 2];
  }
}
