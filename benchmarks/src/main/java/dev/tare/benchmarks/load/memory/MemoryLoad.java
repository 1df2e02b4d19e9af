package dev.tare.benchmarks.load.memory;

import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.command.Words;
import dev.tare.benchmarks.load.figures.Measure;
import dev.tare.benchmarks.load.figures.Report;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.DatabaseHost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What a drain needs of the heap: in the usual one, in one that is looked at, in the smallest. */
public final class MemoryLoad {
  /** For a help text. */
  public static final String USAGE = MemoryOptions.USAGE;

  private static final double MEBIBYTE = 1 << 20;
  private static final long LEAST_PATIENCE_NANOS = 10_000_000_000L;
  private static final int PATIENCE = 4;

  private final MemoryOptions options;
  private final Drains drains;
  private final Consumer<String> progress;
  private final String group;

  private MemoryLoad(MemoryOptions options, Database database, Consumer<String> progress) {
    this.options = options;
    this.drains = new Drains(database, options.tasks(), options.payload());
    this.progress = progress;
    this.group = "drain of " + options.tasks() + " runs of " + options.payload() + " B";
  }

  /** Measures what a command line says; {@code words} are behind the operation's name. */
  public static Report measure(List<String> line, Words words, Consumer<String> progress)
      throws IOException {
    MemoryOptions options = MemoryOptions.parse(line, words);
    Database database = DatabaseHost.of(options.common().database());
    List<Measure> measures = new MemoryLoad(options, database, progress).run();
    return new Report(options.common(), "memory", database.description(), List.of(), measures);
  }

  private List<Measure> run() throws IOException {
    List<Drained> copying = new ArrayList<>();
    List<Drained> lean = new ArrayList<>();
    for (int round = 0; round < options.common().rounds(); round++) {
      copying.add(drained(Variant.COPYING, false));
      lean.add(drained(Variant.LEAN, false));
    }
    List<Measure> measures = new ArrayList<>();
    measures.add(pair("allocated a task", "B/op", copying, lean, Drained::bytes));
    measures.add(pair("promoted a task", "B/op", copying, lean, Drained::promoted));
    measures.add(pair("collections", "count", copying, lean, Drained::collections));
    measures.add(pair("pause p99", "ms", copying, lean, drained -> drained.pause(0.99)));
    measures.add(pair("all pauses", "ms", copying, lean, Drained::pausesMillis));
    measures.add(Measure.pair(
        group,
        "peak live heap",
        "MiB",
        drained(Variant.COPYING, true).live() / MEBIBYTE,
        drained(Variant.LEAN, true).live() / MEBIBYTE));
    measures.add(Measure.pair(
        group,
        "smallest heap that completes",
        "MiB",
        smallest(Variant.COPYING, patience(copying)),
        smallest(Variant.LEAN, patience(lean))));
    return measures;
  }

  private Measure pair(
      String name,
      String unit,
      List<Drained> copying,
      List<Drained> lean,
      ToDoubleFunction<Drained> figure) {
    return Measure.pair(group, name, unit, figures(copying, figure), figures(lean, figure));
  }

  private static double[] figures(List<Drained> drains, ToDoubleFunction<Drained> figure) {
    return drains.stream().mapToDouble(figure).toArray();
  }

  private Drained drained(Variant variant, boolean live) throws IOException {
    Drained drained = drains.drain(variant, options.heapMebibytes(), live, Long.MAX_VALUE);
    if (drained == null) {
      throw new IllegalStateException("the " + name(variant) + " drain does not complete in "
          + options.heapMebibytes() + " MiB: give a larger --heap");
    }
    progress.accept(name(variant) + ": " + Math.round(options.tasks() * 1e9 / drained.nanos())
        + " runs/s" + (live ? ", collecting all the time" : ""));
    return drained;
  }

  /** Time beyond which a drain is said not to complete: it would do nothing but collect. */
  private static long patience(List<Drained> drains) {
    long longest = drains.stream().mapToLong(Drained::nanos).max().orElse(0);
    return Math.max(LEAST_PATIENCE_NANOS, PATIENCE * longest);
  }

  /** By halving: the least that completes above one that does not. */
  private int smallest(Variant variant, long patienceNanos) throws IOException {
    int fails = 1;
    int completes = options.heapMebibytes();
    while (completes - fails > 1) {
      int tried = (fails + completes) / 2;
      @Nullable Drained drained = drains.drain(variant, tried, false, patienceNanos);
      progress.accept(name(variant) + " in " + tried + " MiB: "
          + (drained == null ? "does not complete" : "completes"));
      if (drained == null) {
        fails = tried;
      } else {
        completes = tried;
      }
    }
    return completes;
  }

  private static String name(Variant variant) {
    return variant.name().toLowerCase(Locale.ROOT);
  }
}
