package dev.tare.reports.history;

import dev.tare.profiling.record.Measurement;
import dev.tare.reports.baseline.FigureKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one environment over its runs.
 *
 * @param key the environment's key
 * @param commits what each run measured, oldest first
 * @param series the figures: those that changed, the latest change first; then the others by name
 */
public record Trend(String key, List<String> commits, List<Series> series) {
  private static final Comparator<Series> LATEST_CHANGE_FIRST =
      Comparator.comparingInt(Trend::latestChange).reversed().thenComparing(Series::figure);

  /** Keeps unmodifiable copies. */
  public Trend {
    commits = List.copyOf(commits);
    series = List.copyOf(series);
  }

  /** One for each environment, in the order in which they appeared. */
  public static List<Trend> of(History history) {
    Map<String, List<Run>> byKey = new LinkedHashMap<>();
    history
        .runs()
        .forEach(
            run -> byKey.computeIfAbsent(run.key(), key -> new ArrayList<>()).add(run));
    List<Trend> trends = new ArrayList<>();
    byKey.forEach((key, runs) -> trends.add(of(key, runs)));
    return trends;
  }

  /** The figures that changed. */
  public List<Series> changed() {
    return series.stream().filter(each -> !each.changes().isEmpty()).toList();
  }

  /** The figures that did not, as far as they are still there. */
  public List<Series> unchanged() {
    return series.stream()
        .filter(each -> each.changes().isEmpty() && each.present())
        .toList();
  }

  private static Trend of(String key, List<Run> runs) {
    Map<FigureKey, Gathered> gathered = new TreeMap<>();
    for (int i = 0; i < runs.size(); i++) {
      int at = i;
      runs.get(i)
          .changes()
          .forEach((figure, now) -> gathered
              .computeIfAbsent(figure, each -> new Gathered(runs.size()))
              .set(at, now));
    }
    List<String> commits = runs.stream().map(Run::commit).toList();
    List<Series> series = new ArrayList<>();
    gathered.forEach(
        (figure, each) -> series.add(Series.of(figure, each.values, each.exact, commits)));
    series.sort(LATEST_CHANGE_FIRST);
    return new Trend(key, commits, series);
  }

  private static int latestChange(Series series) {
    List<Change> changes = series.changes();
    return changes.isEmpty() ? -1 : changes.get(changes.size() - 1).at();
  }

  /** A figure's values so far: each holds until another comes. */
  private static final class Gathered {
    private final double[] values;
    private boolean exact = true;

    Gathered(int runs) {
      values = new double[runs];
      Arrays.fill(values, Double.NaN);
    }

    void set(int run, @Nullable Measurement now) {
      exact &= now == null || now.isExact();
      Arrays.fill(values, run, values.length, now == null ? Double.NaN : now.value());
    }
  }
}
