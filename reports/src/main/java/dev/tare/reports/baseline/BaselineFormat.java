package dev.tare.reports.baseline;

import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Site;
import dev.tare.reports.PercentCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The text of one benchmark's file.
 *
 * <pre>
 * tare-baseline 1 com.example.ParserBenchmark.parse
 * size=10,variant=COPYING written bytes 1872
 * size=10,variant=LEAN written bytes 27.36 26.5..28.25
 *   24+3.36 byte[] com.example.Parser.read
 * </pre>
 *
 * <p>A line that is indented is a site of the figure above it: what each line of a method adds to
 * it, in their order, of one class or call. A row without parameters has {@code -} in the first
 * column; a varying figure has its range after it. Numbers round-trip to the bit, because the limit
 * of an exact figure is the figure.
 */
final class BaselineFormat {
  private static final int SCHEMA = 2;
  private static final int SCHEMA_WITHOUT_SITES = 1;

  private static final String MAGIC = "tare-baseline";

  private BaselineFormat() {}

  static String write(String benchmark, Collection<Measurement> sorted) {
    StringBuilder text = new StringBuilder();
    boolean sites = sorted.stream().anyMatch(figure -> !figure.sites().isEmpty());
    text.append(MAGIC).append(' ').append(sites ? SCHEMA : SCHEMA_WITHOUT_SITES);
    text.append(' ').append(FigureLine.NAME.encode(benchmark)).append('\n');
    for (Measurement figure : sorted) {
      FigureLine.write(figure, text);
      text.append('\n');
      SiteLines.write(figure.sites(), text);
    }
    return text.toString();
  }

  /** The figures of a file; all of them are of the benchmark that its first line names. */
  static List<Measurement> read(List<String> lines) throws MalformedLine {
    String benchmark = benchmark(lines);
    Set<FigureKey> seen = new HashSet<>();
    List<Measurement> figures = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      Measurement figure;
      int line = i;
      try {
        figure = FigureLine.read(benchmark, lines.get(i));
        List<Site> sites = new ArrayList<>();
        while (i + 1 < lines.size() && SiteLines.isOne(lines.get(i + 1))) {
          i++;
          sites.addAll(SiteLines.read(lines.get(i)));
        }
        figure = SiteLines.with(figure, sites);
      } catch (IllegalArgumentException wrong) {
        throw new MalformedLine(i + 1, String.valueOf(wrong.getMessage()));
      }
      if (!seen.add(FigureKey.of(figure))) {
        throw new MalformedLine(line + 1, "a second line for " + FigureKey.of(figure));
      }
      figures.add(figure);
    }
    return figures;
  }

  /** The benchmark that the first line names. */
  static String benchmark(List<String> lines) throws MalformedLine {
    StringTokenizer words = new StringTokenizer(lines.isEmpty() ? "" : lines.get(0), " ");
    if (words.countTokens() < 2 || !words.nextToken().equals(MAGIC)) {
      throw new MalformedLine(
          1, "does not begin with '" + MAGIC + ' ' + SCHEMA_WITHOUT_SITES + "'");
    }
    try {
      int schema = Integer.parseUnsignedInt(words.nextToken());
      if (schema > SCHEMA) {
        throw new MalformedLine(
            1,
            "has schema " + schema + ", and this tare reads up to " + SCHEMA,
            "use the tare that wrote it, or a newer one");
      }
      if (schema >= SCHEMA_WITHOUT_SITES && words.countTokens() == 1) {
        return PercentCode.decode(words.nextToken());
      }
    } catch (IllegalArgumentException wrong) {
      throw new MalformedLine(1, String.valueOf(wrong.getMessage()));
    }
    throw new MalformedLine(1, "expected '" + MAGIC + ' ' + SCHEMA_WITHOUT_SITES + " <benchmark>'");
  }
}
