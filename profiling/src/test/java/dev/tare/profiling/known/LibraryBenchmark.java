package dev.tare.profiling.known;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What classes of the library cost. Sizes as in {@link ObjectBenchmark}. */
@State(Scope.Thread)
public class LibraryBenchmark {
  private final List<String> three = new ArrayList<>(Arrays.asList("a", "b", "c"));
  private final Map<String, String> map = new HashMap<>(Map.of("key", "value"));
  private String text = "abcdefghij";
  private String wide = "йбвгд";
  private int number = 12345;
  private char[] chars = {'a', 'b', 'c', 'd'};
  private byte[] bytes = {'a', 'b', 'c', 'd'};

  /** 12 + 4 = 16; wide 12 + 4 (gap) + 8 = 24; compact 12, aligned 16. */
  @Benchmark
  @Answer(value = 16, wideReferences = 24)
  public Optional<String> optional() {
    return Optional.of(text);
  }

  /** One object for good. */
  @Benchmark
  @Answer(0)
  public Optional<String> emptyOptional() {
    return Optional.empty();
  }

  /** 12 + 1 + 3 (gap) + 4 = 20, aligned 24; compact 8 + 4 + 1 = 13, aligned 16. */
  @Benchmark
  @Answer(value = 24, compactHeaders = 16)
  public OptionalInt optionalInt() {
    return OptionalInt.of(number);
  }

  /** Modification count 4, size 4, elements 4: 24; compact 8 + 12 = 20, aligned 24; wide 28, 32. */
  @Benchmark
  @Answer(value = 24, wideReferences = 32)
  public List<String> emptyList() {
    return new ArrayList<>();
  }

  /** The list 24 and, with the first element, an array of ten: 16 + 10·4 = 56; wide 32 + 96. */
  @Benchmark
  @Answer(value = 80, wideReferences = 128)
  public List<String> listOfOne() {
    List<String> list = new ArrayList<>();
    list.add(text);
    return list;
  }

  /** An iterator: 12 + 3·4 + 4 (the list) = 28, aligned 32; wide 24 + 8 = 32; compact 24. */
  @Benchmark
  @Answer(value = 32, compactHeaders = 24)
  public int loopOverList() {
    int length = 0;
    for (String each : three) {
      length += each.length();
    }
    return length;
  }

  /** By index there is none. */
  @Benchmark
  @Answer(0)
  public int loopByIndex() {
    int length = 0;
    for (int i = 0; i < three.size(); i++) {
      length += three.get(i).length();
    }
    return length;
  }

  /** Two elements stand in fields: 12 + 2·4 = 20, aligned 24; wide 32; compact 16. */
  @Benchmark
  @Answer(value = 24, wideReferences = 32, compactHeaders = 16)
  public List<String> listOfTwo() {
    return List.of(text, wide);
  }

  /** Keys and values are read where they are. */
  @Benchmark
  @Answer(0)
  public @Nullable String mapGet() {
    return map.get("key");
  }

  /** The entry is there: its value is replaced. */
  @Benchmark
  @Answer(0)
  public @Nullable String mapPutAgain() {
    return map.put("key", text);
  }

  /** 12 + 4 (gap) + 8 = 24; compact 8 + 8 = 16. */
  @Benchmark
  @Answer(value = 24, compactHeaders = 16)
  public AtomicLong atomicLong() {
    return new AtomicLong(number);
  }

  /** The string 24, and {@code byte[5]}: 16 + 5 = 21, aligned 24; wide 32 + 24; compact 24 + 24. */
  @Benchmark
  @Answer(value = 48, wideReferences = 56)
  public String numberToText() {
    return Integer.toString(number);
  }

  /** 24 and 16 + 4 = 20, aligned 24; wide 32 + 24; compact 24 and 12 + 4 = 16. */
  @Benchmark
  @Answer(value = 48, wideReferences = 56, compactHeaders = 40)
  public String stringOfChars() {
    return new String(chars);
  }

  /** {@code byte[10]}: 16 + 10 = 26, aligned 32; compact 22, aligned 24. */
  @Benchmark
  @Answer(value = 32, compactHeaders = 24)
  public byte[] textToBytes() {
    return text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  /** {@code char[10]}: 16 + 20 = 36, aligned 40; compact 32. */
  @Benchmark
  @Answer(value = 40, compactHeaders = 32)
  public char[] textToChars() {
    return text.toCharArray();
  }

  /**
   * 24 and 2 bytes a character: 16 + 6 = 22, aligned 24; before that one byte a character is tried,
   * in vain, in an array of 16 + 3 = 19, aligned 24. Wide 32 + 24 + 24; compact 24, 24, and 16.
   */
  @Benchmark
  @Answer(value = 72, wideReferences = 80, compactHeaders = 64)
  public String wideSubstring() {
    return wide.substring(0, 3);
  }

  /** 24 and {@code byte[20]}: 16 + 20 = 36, aligned 40; wide 32 + 40; compact 24 + 32. */
  @Benchmark
  @Answer(value = 64, wideReferences = 72, compactHeaders = 56)
  public String repeated() {
    return text.repeat(2);
  }

  /** Compared in place. */
  @Benchmark
  @Answer(0)
  public boolean contentEquals() {
    return Arrays.equals(bytes, bytes);
  }

  /** Found in place. */
  @Benchmark
  @Answer(0)
  public int indexOf() {
    return text.indexOf("hij");
  }

  /**
   * A stream of a source 12 + 3·4 + 2 (flags), at 28 six references: 52, aligned 56; its range 12 +
   * 3·4 = 24; the reduction and its sink 12 + 4 + 4 + 4 = 24 each. Wide 32 + 6·8 = 80, 24, 32, 32;
   * compact 8 + 3·4 + 2, at 24 six references: 48, 24, and twice 24.
   */
  @Benchmark
  @Answer(value = 128, wideReferences = 168, compactHeaders = 120)
  public int sumOfStream() {
    return IntStream.range(0, 10).sum();
  }

  /**
   * Source 56; stage 52 + 4 (the predicate) = 56; the list's spliterator 12 + 3·4 + 4 = 28, aligned
   * 32; the stage's sink 12 + 4 + 4 = 20, aligned 24; the reduction 12 + 4 = 16; its sink 12 + 4 +
   * 8 = 24. Wide 80, 88, 32, 32, 24, 32; compact 48, 52 aligned 56, 24, 16, 16, 24.
   */
  @Benchmark
  @Answer(value = 208, wideReferences = 288, compactHeaders = 184, moreBefore18 = 8)
  public long countOfStream() {
    return three.stream().filter(each -> each.length() > 3).count();
  }

  /**
   * Source 56, stage 56, spliterator 32 and sink 24 as above; the builder 12 + 4 + 4 = 20, aligned
   * 24; its array 16 + 3·4 = 28, aligned 32; the list 24. Wide 80, 88, 32, 32, 24, 40, 24; compact
   * 48, 56, 24, 16, 16, 24, 16.
   */
  @Benchmark
  @Answer(value = 248, wideReferences = 320, compactHeaders = 200, moreBefore18 = 8)
  public List<String> listOfStream() {
    return three.stream().map(String::trim).toList();
  }
}
