package dev.tare.benchmarks.soak;

import static dev.tare.benchmarks.command.TextTable.number;

import dev.tare.benchmarks.command.TextTable;
import dev.tare.benchmarks.soak.growth.ClassGrowth;
import dev.tare.benchmarks.soak.growth.Growth;
import dev.tare.profiling.record.Environment;
import java.util.List;

/** What a soak found, for a reader. */
final class SoakText {
  private static final List<String> HEAD =
      List.of("quantity", "verdict", "at first", "at last", "a run adds", "between", "and", "unit");

  private SoakText() {}

  static String of(
      SoakResult result, SoakOptions options, String database, Environment environment) {
    StringBuilder text = new StringBuilder(database)
        .append(" · jdk")
        .append(environment.jdk())
        .append(" · heap of ")
        .append(number("#,##0", Runtime.getRuntime().maxMemory() / 1048576.0))
        .append(" MiB · ")
        .append(number("#,##0", options.runs()))
        .append(" runs in ")
        .append(number("0", result.nanos() / 1e9))
        .append(" s · ")
        .append(result.samples().size())
        .append(" samples, the first third to warm up\n\n");
    TextTable table = new TextTable(2, HEAD);
    for (Growth growth : result.growths()) {
      table.add(List.of(
          growth.quantity().label(),
          growth.verdict().label(),
          number("#,##0", growth.first()),
          number("#,##0", growth.last()),
          number("0.0000", growth.trend().slope()),
          number("0.0000", growth.trend().low()),
          number("0.0000", growth.trend().high()),
          growth.quantity().unit()));
    }
    text.append(table);
    if (result.has(Growth.Verdict.GROWING) && !result.classes().isEmpty()) {
      text.append("\nclasses of which the most bytes have become live:\n");
      TextTable classes = new TextTable(1, List.of("class", "objects", "bytes"));
      for (ClassGrowth growth : result.classes()) {
        classes.add(List.of(
            growth.name(),
            number("+#,##0;-#,##0", (double) growth.objects()),
            number("+#,##0;-#,##0", (double) growth.bytes())));
      }
      text.append(classes);
    }
    return text.append('\n').append(verdict(result)).append('\n').toString();
  }

  private static String verdict(SoakResult result) {
    if (result.has(Growth.Verdict.GROWING)) {
      return "growing: " + named(result, Growth.Verdict.GROWING);
    }
    return result.has(Growth.Verdict.OPEN)
        ? "cannot tell: " + named(result, Growth.Verdict.OPEN) + "; take more --runs"
        : "flat";
  }

  private static String named(SoakResult result, Growth.Verdict verdict) {
    return String.join(
        ", ",
        result.growths().stream()
            .filter(growth -> growth.verdict() == verdict)
            .map(growth -> growth.quantity().label())
            .toList());
  }
}
