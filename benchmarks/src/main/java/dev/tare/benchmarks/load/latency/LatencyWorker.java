package dev.tare.benchmarks.load.latency;

import dev.tare.benchmarks.load.child.Lines;
import dev.tare.benchmarks.load.figures.Series;
import dev.tare.benchmarks.load.paced.Ticker;
import dev.tare.scheduler.Scheduler;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * The process that executes what another one submits. It reads the clock of the machine that both
 * run on: {@link System#nanoTime} counts from the same instant in all processes of Linux and macOS.
 */
final class LatencyWorker {
  private LatencyWorker() {}

  /** Reads a URL; then, for each number, waits for so many bodies and answers with their times. */
  public static void main(String[] arguments) throws Exception {
    Lines lines = new Lines();
    String url = lines.next();
    Bodies bodies = new Bodies(Ticker.system());
    try (Scheduler scheduler = Scheduler.builder().database(url).build()) {
      scheduler.register(Bodies.TYPE, bodies);
      scheduler.start();
      lines.answer("ready");
      lines.serve(count -> encode(bodies.take(Long.parseLong(count))));
    }
  }

  private static String encode(Histogram times) {
    ByteBuffer bytes = ByteBuffer.allocate(times.getNeededByteBufferCapacity());
    int length = times.encodeIntoCompressedByteBuffer(bytes);
    return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes.array(), length));
  }

  /** The times of an answer. */
  static Histogram decode(String answer) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(answer));
      Histogram times = Series.histogram();
      times.add(Histogram.decodeFromCompressedByteBuffer(bytes, 0));
      return times;
    } catch (DataFormatException e) {
      throw new IllegalStateException("the other process did not answer with times", e);
    }
  }
}
