package dev.tare.reports.foreign;

import java.util.List;

/** What the benchmarks of {@link ForeignJar} give, as lines of a report's JSON. */
public final class ForeignFigures {
  private ForeignFigures() {}

  /** The exact figures of {@code PlainBenchmark}: an int array is 16 + 4·n, an Integer 16. */
  public static List<String> plain() {
    return List.of(
        line("PlainBenchmark.array", "\"length\": \"10\"", 56),
        line("PlainBenchmark.array", "\"length\": \"2\"", 24),
        line("PlainBenchmark.nothing", "", 0),
        line("PlainBenchmark.threads", "", 16));
  }

  /** One exact figure. */
  public static String line(String benchmark, String params, int bytes) {
    return "{ \"benchmark\": \"org.acme." + benchmark + "\", \"params\": {"
        + (params.isEmpty() ? "" : " " + params)
        + " }, \"mode\": \"written\", \"metric\": \"bytes\", \"value\": " + bytes
        + ", \"unit\": \"B/op\" }";
  }

  /** The bytes in a report's JSON, a line each, without the varying ones. */
  public static List<String> exactLines(String json) {
    return json.lines()
        .map(String::strip)
        .filter(line -> line.contains("\"unit\": \"B/op\"") && line.contains("\"bytes\""))
        .filter(line -> !line.contains("\"low\""))
        .map(line -> line.endsWith(",") ? line.substring(0, line.length() - 1) : line)
        .toList();
  }
}
