package dev.tare.profiling.known;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What single objects and arrays weigh. A header is 12 bytes, of an array 16 with its length;
 * compact, 8 and 12. Everything is aligned to 8.
 */
@State(Scope.Thread)
public class ObjectBenchmark {
  private final List<String> three = new ArrayList<>(List.of("a", "b", "c"));
  private final List<String> immutable = List.of("a", "b", "c");
  private final Object some = new Object();
  private int number = 7;
  private int inCache = 127;
  private int outsideCache = 128;

  record Point(int x, int y) {}

  record Two(Object left, Object right) {}

  /** Nothing at all. */
  @Benchmark
  @Answer(0)
  public int nothing() {
    return number + 1;
  }

  /** 16 + 2·4 = 24; compact 12 + 8 = 20, aligned 24. */
  @Benchmark
  @Answer(24)
  public int[] twoInts() {
    return new int[2];
  }

  /** 16 + 3·4 = 28, aligned 32; wide 16 + 3·8 = 40; compact 12 + 3·4 = 24. */
  @Benchmark
  @Answer(value = 32, wideReferences = 40, compactHeaders = 24)
  public Object[] threeReferences() {
    return new Object[3];
  }

  /** 12 + 2·4 = 20, aligned 24; wide 12 + 4 (gap) + 2·8 = 32; compact 8 + 8 = 16. */
  @Benchmark
  @Answer(value = 24, wideReferences = 32, compactHeaders = 16)
  public Object pairOfReferences() {
    return new Two(some, some);
  }

  /** 12 + 2·4 = 20, aligned 24: never leaves the method, and counts as written all the same. */
  @Benchmark
  @Answer(value = 24, compactHeaders = 16)
  public int escapeAnalysed() {
    Point point = new Point(number, 1);
    return point.x() + point.y();
  }

  /**
   * {@code toArray} 16 + 3·4 = 28, aligned 32; {@code List.of} copies it once more, 32; the list 12
   * + 4 + 1 = 17, aligned 24. Wide 40 + 40 + (12 + 1 + 3 (gap) + 8 = 24); compact 24 + 24 + (8 + 4
   * + 1 = 13, aligned 16).
   */
  @Benchmark
  @Answer(value = 88, wideReferences = 104, compactHeaders = 64)
  public List<String> copyOfMutable() {
    return List.copyOf(three);
  }

  /** The same list. */
  @Benchmark
  @Answer(0)
  public List<String> copyOfImmutable() {
    return List.copyOf(immutable);
  }

  /** 127 is the last number that {@code Integer} keeps. */
  @Benchmark
  @Answer(0)
  public Integer boxInsideTheCache() {
    return inCache;
  }

  /** 12 + 4 = 16; compact 8 + 4 = 12, aligned 16. */
  @Benchmark
  @Answer(16)
  public Integer boxOutsideTheCache() {
    return outsideCache;
  }

  /** The array of three ints: 16 + 3·4 = 28, aligned 32; compact 12 + 12 = 24. */
  @Benchmark
  @Answer(value = 32, compactHeaders = 24)
  public int varargs() {
    return sum(number, 1, 2);
  }

  /** One instance for good. */
  @Benchmark
  @Answer(0)
  public IntSupplier lambda() {
    return () -> 42;
  }

  /** 12 + 4 = 16 for the captured int; compact 8 + 4 = 12, aligned 16. */
  @Benchmark
  @Answer(16)
  public IntSupplier capturingLambda() {
    int captured = number;
    return () -> captured;
  }

  private static int sum(int... numbers) {
    int sum = 0;
    for (int each : numbers) {
      sum += each;
    }
    return sum;
  }
}
