package dev.tare.benchmarks.load;

import static dev.tare.benchmarks.command.TextTable.number;

import dev.tare.benchmarks.command.TextTable;
import dev.tare.profiling.record.Environment;
import java.util.List;

/** The figures as a table for a reader. */
final class LoadText {
  private static final List<String> HEAD = List.of(
      "operation", "subject", "tasks/s", "B/task", "trips/task", "JVM µs/task", "server µs/task");

  private LoadText() {}

  static String of(
      List<LoadResult> results, LoadOptions options, String database, Environment environment) {
    TextTable table = new TextTable(2, HEAD);
    for (LoadResult result : results) {
      table.add(List.of(
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
    text.append(table).append('\n');
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
}
