package dev.tare.benchmarks.load.figures;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** The rounds of a series in HdrHistogram's log format, which its own tools read. */
final class Log {
  private static final double AS_THEY_ARE = 1;

  private Log() {}

  static byte[] of(Series series) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    HistogramLogWriter log = new HistogramLogWriter(out);
    log.outputComment("[" + series.group() + ", " + series.variant() + ": nanoseconds, a line a"
        + " round; the column of maxima is in the same unit]");
    log.outputLogFormatVersion();
    long base = series.rounds().get(0).getStartTimeStamp();
    log.outputStartTime(base);
    log.setBaseTime(base);
    log.outputLegend();
    for (Histogram round : series.rounds()) {
      log.outputIntervalHistogram(
          (round.getStartTimeStamp() - base) / 1e3,
          (round.getEndTimeStamp() - base) / 1e3,
          round,
          AS_THEY_ARE);
    }
    return bytes.toByteArray();
  }
}
