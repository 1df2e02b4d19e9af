package dev.tare.reports;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.launch.MeasureRequest;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.launch.Measurer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gives the figures it was told, to those who select them; keeps what it was asked. A JVM home that
 * it does not know is JDK 17; a row of a dialect shows only where that dialect is asked for, and a
 * figure or failure of a mode only where that mode is, and objects where they are counted.
 */
public final class FakeMeasurer implements Measurer {
  public final List<MeasureRequest> requests = new ArrayList<>();

  private final Map<Path, Environment> environments = new HashMap<>();
  private final Map<FigureKey, Measurement> figures = new HashMap<>();
  private final Map<FigureKey, Measurement> figuresAgain = new HashMap<>();
  private final Map<BenchmarkId, Failure> failures = new HashMap<>();

  /** What the next request ends with instead of a result; the test may set it. */
  public @Nullable UserError error;

  public FakeMeasurer jvm(String home, Environment environment) {
    environments.put(Path.of(home), environment);
    return this;
  }

  public FakeMeasurer gives(Measurement... some) {
    for (Measurement figure : some) {
      figures.put(FigureKey.of(figure), figure);
    }
    return this;
  }

  /** What it gives when it is asked once more, in the place of what it gave first. */
  public FakeMeasurer thenGives(Measurement figure) {
    figuresAgain.put(FigureKey.of(figure), figure);
    return this;
  }

  public FakeMeasurer fails(Failure failure) {
    failures.put(failure.id(), failure);
    return this;
  }

  public FakeMeasurer forgets(BenchmarkId id) {
    figures.keySet().removeIf(key -> key.id().equals(id));
    failures.remove(id);
    return this;
  }

  @Override
  public MeasureResult measure(MeasureRequest request, Progress progress) {
    requests.add(request);
    if (error != null) {
      throw error;
    }
    SortedSet<BenchmarkId> rows = new TreeSet<>();
    List<Measurement> measured = new ArrayList<>(figures.values());
    measured.removeIf(figure -> figure.mode() != request.counting().mode()
        || !counts(request, figure)
        || !selects(request, figure.id())
        || isFailed(figure));
    measured.sort((a, b) -> FigureKey.of(a).compareTo(FigureKey.of(b)));
    List<Failure> failed = new ArrayList<>(failures.values());
    failed.removeIf(
        failure -> failure.mode() != request.counting().mode() || !selects(request, failure.id()));
    measured.forEach(figure -> rows.add(figure.id()));
    failed.forEach(failure -> rows.add(failure.id()));
    int index = 0;
    for (BenchmarkId row : rows) {
      progress.rowStarted(row, ++index, rows.size());
    }
    measured.forEach(figure -> {
      Measurement next = figuresAgain.remove(FigureKey.of(figure));
      if (next != null) {
        gives(next);
        failures.remove(next.id());
      }
    });
    Environment environment = environments.getOrDefault(request.jvmHome(), Sample.JDK_17);
    return new MeasureResult(environment, List.copyOf(rows), measured, failed);
  }

  /** Objects have a JVM of their own, which counts nothing else, or one that sees sites. */
  private static boolean counts(MeasureRequest request, Measurement figure) {
    Set<Metric> counted = request.counting().metrics();
    return figure.mode() != Mode.WRITTEN
        || (figure.metric() == Metric.OBJECTS
            ? counted.contains(Metric.OBJECTS)
            : !counted.equals(Set.of(Metric.OBJECTS)));
  }

  private boolean isFailed(Measurement figure) {
    Failure failure = failures.get(figure.id());
    return failure != null && failure.mode() == figure.mode();
  }

  private static boolean selects(MeasureRequest request, BenchmarkId id) {
    boolean byParams = id.params().entrySet().stream()
        .allMatch(param -> request
            .params()
            .getOrDefault(param.getKey(), List.of(param.getValue()))
            .contains(param.getValue()));
    return byParams
        && (request.include().isEmpty() || anyFinds(request.include(), id))
        && !anyFinds(request.exclude(), id);
  }

  private static boolean anyFinds(List<String> patterns, BenchmarkId id) {
    return patterns.stream()
        .anyMatch(regex -> Pattern.compile(regex).matcher(id.benchmark()).find());
  }
}
