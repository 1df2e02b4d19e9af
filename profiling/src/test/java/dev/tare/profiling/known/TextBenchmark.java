package dev.tare.profiling.known;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What strings weigh: one of n Latin-1 characters is a {@code String}, 12 + 4 (value) + 4 (hash) +
 * 1 (coder) + 1 (hash is zero) = 22, aligned 24, and a {@code byte[n]}, 16 + n, aligned.
 */
@State(Scope.Thread)
public class TextBenchmark {
  private String text = "abcdefghij";
  private String tail = "klm";
  private int number = 12345;
  private int start;

  /** 24 + (16 + 5 = 21, aligned 24). */
  @Benchmark
  @Answer(48)
  public String substring() {
    return text.substring(2, 7);
  }

  /** The same string. */
  @Benchmark
  @Answer(0)
  public String wholeSubstring() {
    return text.substring(start);
  }

  /** 24 + (16 + 13 = 29, aligned 32). */
  @Benchmark
  @Answer(56)
  public String concatenation() {
    return text + tail;
  }

  /** 24 + (16 + 15 = 31, aligned 32): the digits go into the array directly. */
  @Benchmark
  @Answer(56)
  public String concatenationOfNumber() {
    return text + number;
  }

  /**
   * Builder 12 + 4 + 4 + 1 = 21, aligned 24, with its array (16 + 32 = 48); the result 24 + (16 +
   * 13 = 29, aligned 32).
   */
  @Benchmark
  @Answer(128)
  public String builder() {
    StringBuilder builder = new StringBuilder(32);
    builder.append(text);
    builder.append(tail);
    return builder.toString();
  }
}
