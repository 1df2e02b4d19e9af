package dev.tare.reports.history;

import dev.tare.profiling.record.Measurement;
import dev.tare.reports.PercentCode;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.baseline.FigureLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The text of a history: the runs, each with what it changed.
 *
 * <pre>
 * tare-history 1
 * run 9e60dceb40f1 jdk17 2
 * com.acme.ParserBenchmark.read size=10 written bytes 56
 * com.acme.ParserBenchmark.read size=10 written copies gone
 * run 225ce0c9b0aa jdk17 0
 * </pre>
 *
 * <p>A run says how many lines it has, so that a last one that is torn off is seen.
 */
final class HistoryFormat {
  private static final String MAGIC = "tare-history 1";
  private static final String RUN = "run ";
  private static final String GONE = " gone";
  // What stands for it is a word, and never an empty one.
  private static final PercentCode COMMIT = new PercentCode("._-/+@");

  private HistoryFormat() {}

  static String write(History history) {
    StringBuilder text = new StringBuilder(MAGIC).append('\n');
    for (Run run : history.runs()) {
      text.append(RUN).append(COMMIT.encode(run.commit())).append(' ').append(run.key());
      text.append(' ').append(run.changes().size()).append('\n');
      run.changes().forEach((key, now) -> {
        text.append(FigureLine.NAME.encode(key.id().benchmark())).append(' ');
        if (now == null) {
          FigureLine.write(key, text);
          text.append(GONE);
        } else {
          FigureLine.write(now, text);
        }
        text.append('\n');
      });
    }
    return text.toString();
  }

  /** Reads a text; one without a first line of its own is not of this kind. */
  static Content read(String text) throws MalformedHistory {
    List<String> lines = new ArrayList<>(text.lines().toList());
    if (lines.isEmpty() || !lines.get(0).equals(MAGIC)) {
      throw new MalformedHistory(1, "does not begin with '" + MAGIC + "'");
    }
    // A line without an end may be the beginning of another.
    boolean torn = !text.endsWith("\n");
    if (torn) {
      lines.remove(lines.size() - 1);
    }
    List<Run> runs = new ArrayList<>();
    int at = 1;
    while (at < lines.size()) {
      String[] header = header(lines.get(at), at);
      int count = count(header[2], at);
      if (at + count >= lines.size()) {
        torn = true;
        break;
      }
      runs.add(run(header, lines, at + 1, count));
      at += 1 + count;
    }
    return new Content(new History(runs), torn);
  }

  private static String[] header(String line, int at) throws MalformedHistory {
    String[] words = line.startsWith(RUN) ? words(line.substring(RUN.length())) : new String[0];
    if (words.length != 3) {
      throw new MalformedHistory(at + 1, "expected 'run COMMIT KEY LINES', found '" + line + "'");
    }
    return words;
  }

  private static String[] words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    for (int space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', from)) {
      words.add(text.substring(from, space));
      from = space + 1;
    }
    words.add(text.substring(from));
    return words.toArray(new String[0]);
  }

  private static int count(String word, int at) throws MalformedHistory {
    try {
      return Integer.parseUnsignedInt(word);
    } catch (NumberFormatException wrong) {
      throw new MalformedHistory(at + 1, "'" + word + "' is no number of lines");
    }
  }

  private static Run run(String[] header, List<String> lines, int from, int count)
      throws MalformedHistory {
    TreeMap<FigureKey, @Nullable Measurement> changes = new TreeMap<>();
    int at = from;
    try {
      for (; at < from + count; at++) {
        change(lines.get(at), changes);
      }
      return new Run(PercentCode.decode(header[0]), header[1], changes);
    } catch (IllegalArgumentException wrong) {
      throw new MalformedHistory(at + 1, String.valueOf(wrong.getMessage()));
    }
  }

  private static void change(String line, Map<FigureKey, @Nullable Measurement> changes) {
    int space = line.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("expected a figure, found '" + line + "'");
    }
    String benchmark = PercentCode.decode(line.substring(0, space));
    String rest = line.substring(space + 1);
    boolean gone = rest.endsWith(GONE);
    Measurement figure = FigureLine.read(
        benchmark, gone ? rest.substring(0, rest.length() - GONE.length()) + " 0" : rest);
    changes.put(FigureKey.of(figure), gone ? null : figure);
  }

  /**
   * What a text holds.
   *
   * @param history the runs that are whole
   * @param torn whether a last one is not
   */
  record Content(History history, boolean torn) {}

  /** A line that is none of a history. */
  static final class MalformedHistory extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedHistory(int line, String problem) {
      super("line " + line + ": " + problem);
    }
  }
}
