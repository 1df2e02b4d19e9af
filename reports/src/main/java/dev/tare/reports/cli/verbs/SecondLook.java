package dev.tare.reports.cli.verbs;

import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import dev.tare.reports.launch.JmhJar;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.matrix.MeasurePlan;
import dev.tare.reports.render.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Compiled rows that are red are measured once more, in JVMs of their own as before: what the
 * compilers make of a row differs from launch to launch. Written figures never are: they do not.
 */
final class SecondLook {
  private final Map<Environment, SortedSet<FigureKey>> red = new HashMap<>();

  private SecondLook() {}

  /** At the red rows of a judgement. */
  static SecondLook at(Judged judged) {
    SecondLook look = new SecondLook();
    for (Section section : judged.report().sections()) {
      SortedSet<FigureKey> keys = new TreeSet<>();
      section
          .judgement()
          .ifPresent(judgement -> judgement.verdicts().stream()
              .filter(verdict -> verdict.mode() == Mode.STEADY && isRed(verdict, section))
              .forEach(verdict -> keys.add(key(verdict))));
      look.red.put(section.environment(), keys);
    }
    return look;
  }

  /** The benchmarks with such rows; empty if there are none. */
  SortedSet<String> benchmarks() {
    SortedSet<String> names = new TreeSet<>();
    red.values().forEach(keys -> keys.forEach(key -> names.add(key.id().benchmark())));
    return names;
  }

  /** What measures them once more. */
  MeasurePlan plan(MeasurePlan first) {
    List<Path> jars = first.jars().size() == 1
        ? first.jars()
        : first.jars().stream().filter(this::hasSome).toList();
    return first.steadyOf(benchmarks(), jars);
  }

  private boolean hasSome(Path jar) {
    try {
      return JmhJar.classes(jar).stream()
          .anyMatch(type -> benchmarks().stream().anyMatch(name -> name.startsWith(type + '.')));
    } catch (IOException gone) {
      return true; // whoever measures it says so
    }
  }

  /**
   * The results with what the second look saw: of each red row the least of all, with the range.
   */
  List<MeasureResult> merge(List<MeasureResult> first, List<MeasureResult> second) {
    Map<Environment, MeasureResult> again = new HashMap<>();
    second.forEach(result -> again.put(result.environment(), result));
    return first.stream()
        .map(result -> {
          MeasureResult other = again.get(result.environment());
          return other == null ? result : merge(result, other);
        })
        .toList();
  }

  private MeasureResult merge(MeasureResult first, MeasureResult second) {
    SortedSet<FigureKey> keys = red.getOrDefault(first.environment(), new TreeSet<>());
    Map<FigureKey, Measurement> again = new HashMap<>();
    for (Measurement figure : second.measurements()) {
      if (keys.contains(FigureKey.of(figure))) {
        again.put(FigureKey.of(figure), figure);
      }
    }
    List<Measurement> figures = new ArrayList<>();
    for (Measurement figure : first.measurements()) {
      Measurement other = again.remove(FigureKey.of(figure));
      figures.add(other == null ? figure : figure.or(other));
    }
    figures.addAll(again.values()); // of rows that had none
    figures.sort((a, b) -> FigureKey.of(a).compareTo(FigureKey.of(b)));
    List<Failure> failures = first.failures().stream()
        .filter(failure -> again.keySet().stream().noneMatch(key -> isOf(failure, key)))
        .toList();
    return new MeasureResult(
        first.environment(), first.rows(), List.copyOf(figures), failures, first.sites());
  }

  private static boolean isOf(Failure failure, FigureKey key) {
    return failure.mode() == key.mode() && failure.id().equals(key.id());
  }

  /** A line that an unstable row has lost is red too, and no other that has vanished. */
  private static boolean isRed(Verdict verdict, Section section) {
    return verdict.status() == Status.REGRESSION
        || (verdict.status() == Status.VANISHED
            && section.failures().stream().anyMatch(failure -> isOf(failure, key(verdict))));
  }

  private static FigureKey key(Verdict verdict) {
    if (verdict.metric() == null) {
      throw new IllegalArgumentException("a verdict on no figure: " + verdict);
    }
    return new FigureKey(verdict.id(), verdict.mode(), verdict.metric());
  }
}
