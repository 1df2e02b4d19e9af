package dev.tare.benchmarks.load;

import dev.tare.profiling.record.Environment;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as a table for a reader. */
final class LoadText {
  private static final List<String> HEAD = List.of(
      "operation", "subject", "tasks/s", "B/task", "trips/task", "JVM µs/task", "server µs/task");

  private LoadText() {}

  static String of(
      List<LoadResult> results, LoadOptions options, String database, Environment environment) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEAD);
    for (LoadResult result : results) {
      rows.add(List.of(
          result.operation().label(),
          result.subject(),
          number("#,##0", result.tasksPerSecond()),
          number("#,##0", result.bytesPerTask()),
          number("0.0000", result.roundTripsPerTask()),
          number("0.00", result.jvmCpuMicros()),
          number("0.00", result.serverCpuMicros())));
    }
    StringBuilder text = new StringBuilder(database)
        .append(" · jdk")
        .append(environment.jdk())
        .append(" · ")
        .append(Runtime.getRuntime().availableProcessors())
        .append(" processors · medians of ")
        .append(options.rounds())
        .append(options.rounds() == 1 ? " round of " : " rounds of ")
        .append(number("#,##0", options.tasks()))
        .append(" tasks\n\n");
    table(text, rows);
    for (Ratio ratio : Ratio.of(results)) {
      text.append(ratio.operation().label())
          .append(": ")
          .append(ratio.subject())
          .append(" does ")
          .append(number("0.00", ratio.tasksPerSecond()))
          .append(" times as many tasks a second as ")
          .append(ratio.peer())
          .append('\n');
    }
    return text.toString();
  }

  private static void table(StringBuilder text, List<List<String>> rows) {
    for (List<String> row : rows) {
      for (int column = 0; column < HEAD.size(); column++) {
        int index = column;
        int width = rows.stream().mapToInt(r -> r.get(index).length()).max().orElse(0);
        String cell = row.get(column);
        String padding = " ".repeat(width - cell.length());
        text.append(column < 2 ? cell + padding : padding + cell);
        text.append(column == HEAD.size() - 1 ? "\n" : "  ");
      }
    }
    text.append('\n');
  }

  private static String number(String pattern, double value) {
    return Double.isNaN(value)
        ? "–"
        : new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
  }
}
