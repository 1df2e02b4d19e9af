package dev.tare.reports.baseline;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.Decimal;
import dev.tare.reports.PercentCode;
import java.util.SortedMap;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A figure as a line of text, {@code size=10 written bytes 27.36 26.5..28.25}, without the name of
 * its benchmark and without its sites. It can be read back to the bit.
 */
public final class FigureLine {
  /** A benchmark's name as one word. */
  public static final PercentCode NAME = new PercentCode("._$-/:;()[]+");

  private static final String NO_PARAMS = "-";
  private static final PercentCode PARAM = new PercentCode("._$-/:;()[]+@");

  private FigureLine() {}

  /** Appends the line, without its end. */
  public static void write(Measurement figure, StringBuilder text) {
    write(FigureKey.of(figure), text);
    text.append(' ').append(Decimal.text(figure.value()));
    if (!figure.isExact()) {
      text.append(' ').append(Decimal.text(figure.low()));
      text.append("..").append(Decimal.text(figure.high()));
    }
  }

  /** Appends what the figure is a figure of. */
  public static void write(FigureKey key, StringBuilder text) {
    text.append(params(key.id()))
        .append(' ')
        .append(key.mode().label())
        .append(' ')
        .append(key.metric().label());
  }

  /**
   * Reads a line of this benchmark.
   *
   * @throws IllegalArgumentException if it is none; the message says why
   */
  public static Measurement read(String benchmark, String line) {
    StringTokenizer words = new StringTokenizer(line, " ");
    int count = words.countTokens();
    if (count != 4 && count != 5) {
      throw new IllegalArgumentException(
          "expected 'params mode metric value [low..high]', found '" + line + "'");
    }
    BenchmarkId id = new BenchmarkId(benchmark, params(words.nextToken()));
    Mode mode = labelled(Mode.values(), Mode::label, words.nextToken(), "mode");
    Metric metric = labelled(Metric.values(), Metric::label, words.nextToken(), "metric");
    double value = Decimal.parse(words.nextToken());
    if (count == 4) {
      return Measurement.exact(id, mode, metric, value);
    }
    String range = words.nextToken();
    int dots = range.indexOf("..");
    if (dots < 0) {
      throw new IllegalArgumentException("expected a range low..high, found '" + range + "'");
    }
    double low = Decimal.parse(range.substring(0, dots));
    double high = Decimal.parse(range.substring(dots + 2));
    return new Measurement(id, mode, metric, value, low, high);
  }

  private static String params(BenchmarkId id) {
    if (id.params().isEmpty()) {
      return NO_PARAMS;
    }
    StringBuilder text = new StringBuilder();
    id.params().forEach((name, value) -> {
      if (!text.isEmpty()) {
        text.append(',');
      }
      text.append(PARAM.encode(name)).append('=').append(PARAM.encode(value));
    });
    return text.toString();
  }

  private static SortedMap<String, String> params(String text) {
    SortedMap<String, String> params = new TreeMap<>();
    if (text.equals(NO_PARAMS)) {
      return params;
    }
    StringTokenizer pairs = new StringTokenizer(text, ",");
    while (pairs.hasMoreTokens()) {
      String pair = pairs.nextToken();
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("expected name=value, found '" + pair + "'");
      }
      String name = PercentCode.decode(pair.substring(0, equals));
      if (params.put(name, PercentCode.decode(pair.substring(equals + 1))) != null) {
        throw new IllegalArgumentException("the parameter '" + name + "' stands twice");
      }
    }
    return params;
  }

  private static <T> T labelled(T[] all, Function<T, String> label, String word, String kind) {
    for (T candidate : all) {
      if (label.apply(candidate).equals(word)) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is no " + kind + " that this tare knows");
  }
}
