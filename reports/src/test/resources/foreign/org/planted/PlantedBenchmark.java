package org.planted;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Costs more where the system property {@code planted} says so. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlantedBenchmark {
  private static final String PLANTED = System.getProperty("planted", "");
  private static final boolean ARRAY = PLANTED.equals("array");
  private static final boolean COPY = PLANTED.equals("copy");

  private final byte[] text = "some text".getBytes(StandardCharsets.ISO_8859_1);

  @Benchmark
  public int work() {
    return first() + second().length;
  }

  @Benchmark
  public String copying() {
    String read = new String(text, StandardCharsets.ISO_8859_1);
    return COPY ? read.concat("!") : read;
  }

  private int first() {
    long[] two = new long[2];
    return ARRAY ? two.length + new byte[60].length : two.length;
  }

  private static byte[] second() {
    byte[] one = new byte[8];
    byte[] other = ARRAY ? new byte[100] : one;
    return one.length > 8 ? one : other;
  }
}
