package dev.tare.reports.history;

import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.gate.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The runs of a suite, oldest first, each as what it changed: most figures never do. A figure that
 * a run did not measure stays as it was last known. Immutable.
 */
public final class History {
  /** Older runs are forgotten, so that a file that every build appends to stays small. */
  static final int MOST_RUNS = 1000;

  private final List<Run> runs;

  History(List<Run> runs) {
    this.runs = List.copyOf(runs);
  }

  /** No run yet. */
  public static History empty() {
    return new History(List.of());
  }

  List<Run> runs() {
    return runs;
  }

  /**
   * With one run more.
   *
   * @param selection what was asked for: a figure within it that is not there is gone, unless its
   *     row has failed
   */
  public History with(
      String commit,
      String key,
      List<Measurement> figures,
      List<Failure> failures,
      Selection selection) {
    Map<FigureKey, Measurement> known = known(key);
    TreeMap<FigureKey, @Nullable Measurement> changes = new TreeMap<>();
    for (Measurement figure : figures) {
      Measurement before = known.remove(FigureKey.of(figure));
      if (before == null || !isSame(before, figure)) {
        changes.put(FigureKey.of(figure), withoutSites(figure));
      }
    }
    for (FigureKey missing : known.keySet()) {
      if (selection.test(missing)
          && failures.stream()
              .noneMatch(failure ->
                  failure.id().equals(missing.id()) && failure.mode() == missing.mode())) {
        changes.put(missing, null);
      }
    }
    List<Run> more = new ArrayList<>(runs);
    more.add(new Run(commit, key, changes));
    while (more.size() > MOST_RUNS) {
      forgetFirst(more);
    }
    return new History(more);
  }

  private Map<FigureKey, Measurement> known(String key) {
    Map<FigureKey, Measurement> known = new HashMap<>();
    for (Run run : runs) {
      if (run.key().equals(key)) {
        run.changes().forEach((figure, now) -> {
          if (now == null) {
            known.remove(figure);
          } else {
            known.put(figure, now);
          }
        });
      }
    }
    return known;
  }

  /** What the first run knew, the next one of its environment knows. */
  private static void forgetFirst(List<Run> runs) {
    Run first = runs.remove(0);
    for (int i = 0; i < runs.size(); i++) {
      Run next = runs.get(i);
      if (next.key().equals(first.key())) {
        TreeMap<FigureKey, @Nullable Measurement> both = new TreeMap<>(first.changes());
        both.putAll(next.changes());
        both.values().removeIf(now -> now == null);
        runs.set(i, new Run(next.commit(), next.key(), both));
        return;
      }
    }
  }

  private static boolean isSame(Measurement a, Measurement b) {
    return a.value() == b.value() && a.low() == b.low() && a.high() == b.high();
  }

  private static Measurement withoutSites(Measurement figure) {
    return new Measurement(
        figure.id(), figure.mode(), figure.metric(), figure.value(), figure.low(), figure.high());
  }
}
