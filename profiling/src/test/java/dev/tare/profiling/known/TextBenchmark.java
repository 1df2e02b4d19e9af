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

  /** 24 + (16 + 5 = 21, aligned 24); wide 32 + 24; compact 24 + (12 + 5 = 17, aligned 24). */
  @Benchmark
  @Answer(value = 48, wideReferences = 56)
  public String substring() {
    return text.substring(2, 7);
  }

  /** The same string. */
  @Benchmark
  @Answer(0)
  public String wholeSubstring() {
    return text.substring(start);
  }

  /** 24 + (16 + 13 = 29, aligned 32); wide 32 + 32; compact 24 + (12 + 13 = 25, aligned 32). */
  @Benchmark
  @Answer(value = 56, wideReferences = 64)
  public String concatenation() {
    return text + tail;
  }

  /**
   * 24 + (16 + 15 = 31, aligned 32): the digits go into the array directly. Wide 32 + 32; compact
   * 24 + (12 + 15 = 27, aligned 32).
   */
  @Benchmark
  @Answer(value = 56, wideReferences = 64)
  public String concatenationOfNumber() {
    return text + number;
  }

  /**
   * Builder 12 + 4 + 4 + 1 = 21, aligned 24, with its array (16 + 32 = 48); the result 24 + (16 +
   * 13 = 29, aligned 32). Wide 32 + 48 + 32 + 32; compact 24 + 48 + 24 + 32.
   */
  @Benchmark
  @Answer(value = 128, wideReferences = 144)
  public String builder() {
    StringBuilder builder = new StringBuilder(32);
    builder.append(text);
    builder.append(tail);
    return builder.toString();
  }
}
