package dev.tare.profiling.jmh;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.wire.Order;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks on the class path, and the rows of them that an order selects. */
final class Suite {
  private final Map<String, Map<String, String[]>> paramsByBenchmark = new TreeMap<>();
  private final Set<String> onAllProcessors = new HashSet<>();

  /** Reads the benchmark list that JMH's build step left in the jar. */
  static Suite onClassPath() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    OutputFormat silent = OutputFormatFactory.createFormatInstance(nowhere, VerboseMode.SILENT);
    Suite suite = new Suite();
    for (BenchmarkListEntry entry :
        BenchmarkList.defaultList().find(silent, List.of(), List.of())) {
      Map<String, String[]> params = entry.getParams().orElse(Map.of());
      suite.paramsByBenchmark.put(entry.getUsername(), params); // once, in however many modes
      if (entry.getThreads().orElse(1) == Threads.MAX) {
        suite.onAllProcessors.add(entry.getUsername());
      }
    }
    return suite;
  }

  int size() {
    return paramsByBenchmark.size();
  }

  /**
   * How many threads to run a row by, if JMH is not to find out: it takes a second each time to
   * count the processors by keeping them busy.
   */
  OptionalInt threads(BenchmarkId row) {
    return onAllProcessors.contains(row.benchmark())
        ? OptionalInt.of(Runtime.getRuntime().availableProcessors())
        : OptionalInt.empty();
  }

  /** The rows of an order, sorted: every combination of every selected benchmark's parameters. */
  List<BenchmarkId> rows(Order order) {
    List<Pattern> include = order.include().stream().map(Pattern::compile).toList();
    List<Pattern> exclude = order.exclude().stream().map(Pattern::compile).toList();
    TreeSet<BenchmarkId> rows = new TreeSet<>();
    paramsByBenchmark.forEach((benchmark, params) -> {
      boolean included = include.isEmpty() || anyFinds(include, benchmark);
      if (included && !anyFinds(exclude, benchmark)) {
        for (Map<String, String> combination : combinations(params, order.params())) {
          rows.add(BenchmarkId.of(benchmark, combination));
        }
      }
    });
    return List.copyOf(rows);
  }

  private static boolean anyFinds(List<Pattern> patterns, String benchmark) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(benchmark).find());
  }

  private static List<Map<String, String>> combinations(
      Map<String, String[]> params, Map<String, List<String>> replacements) {
    List<Map<String, String>> combinations = List.of(Map.of());
    for (Map.Entry<String, String[]> param : params.entrySet()) {
      List<String> values = replacements.getOrDefault(param.getKey(), List.of(param.getValue()));
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> combination : combinations) {
        for (String value : values) {
          Map<String, String> next = new TreeMap<>(combination);
          next.put(param.getKey(), value);
          longer.add(next);
        }
      }
      combinations = longer;
    }
    return combinations;
  }
}
