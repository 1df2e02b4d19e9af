package dev.tare.profiling.known;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the constructs of the language cost. A header is 12 bytes, of an array 16 with its length;
 * compact, 8 and 12. Everything is aligned to 8.
 */
@State(Scope.Thread)
public class LanguageBenchmark {
  private String word = "beta";
  private int number = 1_000;
  private long large = 1_000;
  private double fraction = 1.5;
  private char letter = 'x';
  private char farLetter = 'й';
  private byte small = 7;
  private boolean flag = true;
  private TimeUnit unit = TimeUnit.HOURS;
  private Object object = new Point(3, 4);
  private Object equal = new Point(3, 4);
  private Integer box = 5;
  private int[] numbers = {1, 2, 3};

  record Point(int x, int y) {}

  record Person(String name, int age, long id) {}

  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  class Inner {
    int own = number;
  }

  static class Nested {
    int own = 1;
  }

  /** A table of hash codes and {@code equals}; nothing is made. */
  @Benchmark
  @Answer(0)
  public int stringSwitch() {
    return switch (word) {
      case "alpha" -> 1;
      case "beta" -> 2;
      default -> 3;
    };
  }

  /** A table of ordinals, made when its class was initialised. */
  @Benchmark
  @Answer(0)
  public int enumSwitch() {
    return switch (unit) {
      case HOURS -> 1;
      case DAYS -> 2;
      default -> 3;
    };
  }

  /** A copy of the array of three: 16 + 3·4 = 28, aligned 32; wide 40; compact 12 + 12 = 24. */
  @Benchmark
  @Answer(value = 32, wideReferences = 40, compactHeaders = 24)
  public Object[] enumValues() {
    return Colour.values();
  }

  /** Looked up in a map that the class keeps. */
  @Benchmark
  @Answer(0)
  public Object enumValueOf() {
    return Colour.valueOf("GREEN");
  }

  /** 12 + 4 + 4 = 20, aligned 24; compact 8 + 8 = 16. */
  @Benchmark
  @Answer(value = 24, compactHeaders = 16)
  public Object record() {
    return new Point(number, 1);
  }

  /** 12 + 4 (int) + 8 (long) + 4 = 28, aligned 32; wide 12 + 4 + 8 + 8 = 32; compact 24. */
  @Benchmark
  @Answer(value = 32, compactHeaders = 24)
  public Object recordOfThree() {
    return new Person(word, number, large);
  }

  /** Compares field by field. */
  @Benchmark
  @Answer(0)
  public boolean recordEquals() {
    return object.equals(equal);
  }

  /** Adds up field by field. */
  @Benchmark
  @Answer(0)
  public int recordHash() {
    return object.hashCode();
  }

  /** A pattern binds what is there. */
  @Benchmark
  @Answer(0)
  public int pattern() {
    return object instanceof Point point ? point.x() : 0;
  }

  /** 12 + 4 (int) + 4 (outer) = 20, aligned 24; wide 12 + 4 + 8 = 24; compact 8 + 8 = 16. */
  @Benchmark
  @Answer(value = 24, compactHeaders = 16)
  public Object innerClass() {
    return new Inner();
  }

  /** 12 + 4 = 16; compact 8 + 4 = 12, aligned 16. */
  @Benchmark
  @Answer(16)
  public Object nestedClass() {
    return new Nested();
  }

  /** 12 + 4 (outer) = 16; wide 12 + 4 (gap) + 8 = 24; compact 8 + 4 = 12, aligned 16. */
  @Benchmark
  @Answer(value = 16, wideReferences = 24)
  public Object anonymousClass() {
    return new Object() {
      @Override
      public String toString() {
        return word;
      }
    };
  }

  /** No instance is bound: one object for good. */
  @Benchmark
  @Answer(0)
  public Function<String, Integer> unboundReference() {
    return String::length;
  }

  /** 12 + 4 (receiver) = 16; wide 12 + 4 (gap) + 8 = 24; compact 12, aligned 16. */
  @Benchmark
  @Answer(value = 16, wideReferences = 24)
  public IntSupplier boundReference() {
    return word::length;
  }

  /** One object for good. */
  @Benchmark
  @Answer(0)
  public IntFunction<int[]> constructorReference() {
    return int[]::new;
  }

  /** Captures this: 12 + 4 = 16; wide 24; compact 12, aligned 16. */
  @Benchmark
  @Answer(value = 16, wideReferences = 24)
  public IntSupplier lambdaOfTheInstance() {
    return () -> number;
  }

  /** 12 + 4 + 8 = 24 for an int and a long; compact 8 + 8 + 4 = 20, aligned 24. */
  @Benchmark
  @Answer(24)
  public Supplier<String> lambdaOfTwo() {
    int first = number;
    long second = large;
    return () -> "" + first + second;
  }

  /** Outside the cache: 12 + 4 (gap) + 8 = 24; compact 8 + 8 = 16. */
  @Benchmark
  @Answer(value = 24, compactHeaders = 16)
  public Long boxedLong() {
    return large;
  }

  /** There is no cache: 12 + 4 (gap) + 8 = 24; compact 16. */
  @Benchmark
  @Answer(value = 24, compactHeaders = 16)
  public Double boxedDouble() {
    return fraction;
  }

  /** Characters up to 127 are kept. */
  @Benchmark
  @Answer(0)
  public Character boxedLetter() {
    return letter;
  }

  /** 12 + 2 = 14, aligned 16; compact 10, aligned 16. */
  @Benchmark
  @Answer(16)
  public Character boxedFarLetter() {
    return farLetter;
  }

  /** All bytes are kept. */
  @Benchmark
  @Answer(0)
  public Byte boxedByte() {
    return small;
  }

  /** Both are kept. */
  @Benchmark
  @Answer(0)
  public Boolean boxedBoolean() {
    return flag;
  }

  /** The sum of boxes that are kept is outside the cache from 128 on: 16. */
  @Benchmark
  @Answer(16)
  public Integer sumOfBoxes() {
    Integer sum = box;
    sum += 123; // 128
    return sum;
  }

  /** Nobody passes anything: an empty array all the same, 16; compact 12, aligned 16. */
  @Benchmark
  @Answer(16)
  public int noVarargs() {
    return count();
  }

  /** The array 16 + 2·4 = 24 and a box outside the cache, 16; wide 32 + 16; compact 24 + 16. */
  @Benchmark
  @Answer(value = 40, wideReferences = 48)
  public int boxedVarargs() {
    return count(word, number);
  }

  /** Over an array no iterator is needed. */
  @Benchmark
  @Answer(0)
  public int loopOverArray() {
    int sum = 0;
    for (int each : numbers) {
      sum += each;
    }
    return sum;
  }

  /** Three rows of 16 + 2·4 = 24, and 16 + 3·4 = 28, aligned 32; wide 40; compact 24. */
  @Benchmark
  @Answer(value = 104, wideReferences = 112, compactHeaders = 96)
  public int[][] twoDimensions() {
    return new int[3][2];
  }

  /** 16 + 3·4 = 28, aligned 32; compact 12 + 12 = 24. */
  @Benchmark
  @Answer(value = 32, compactHeaders = 24)
  public int[] clonedArray() {
    return numbers.clone();
  }

  /** A constant of the class file. */
  @Benchmark
  @Answer(0)
  public String literal() {
    return "alpha";
  }

  private static int count(Object... values) {
    return values.length;
  }
}
