package dev.tare.profiling.known.copies;

import dev.tare.profiling.copies.CopyKind;
import java.util.Arrays;

/** Elements at 1, 2, 4 or 8 bytes; references as the JVM has them. */
public class ArrayCopies {
  private final byte[] bytes = new byte[100];
  private final long[] longs = new long[5];
  private final String[] strings = {"a", "b", "c"};
  private final Object opaque = new short[7];

  enum Colour {
    RED,
    GREEN,
    BLUE
  }

  /** 40 of the 100 bytes. */
  @Copied(copies = 1, bytes = 40)
  public Object arraycopy() {
    byte[] target = new byte[50];
    System.arraycopy(bytes, 10, target, 0, 40);
    return target;
  }

  /** Only the run's class tells: 7 · 2 = 14. */
  @Copied(copies = 1, bytes = 14)
  public Object arraycopyOfAnObject() {
    Object target = new short[7];
    System.arraycopy(opaque, 0, target, 0, 7);
    return target;
  }

  /** Nothing is moved. */
  @Copied
  public Object arraycopyOfNothing() {
    System.arraycopy(bytes, 100, bytes, 0, 0);
    return bytes;
  }

  /** It throws before anything is moved. */
  @Copied
  public Object arraycopyOutOfBounds() {
    try {
      System.arraycopy(bytes, 90, bytes, 0, 20);
    } catch (IndexOutOfBoundsException expected) {
      return expected;
    }
    throw new AssertionError("20 of 10 bytes were copied");
  }

  /** 5 · 8 = 40. */
  @Copied(copies = 1, bytes = 40)
  public Object arrayClone() {
    return longs.clone();
  }

  /** Grown from 5 to 9: 5 · 8 = 40 are moved, the rest is new. */
  @Copied(copies = 1, bytes = 40)
  public Object copyOfLonger() {
    return Arrays.copyOf(longs, 9);
  }

  /** 2 · 8 = 16. */
  @Copied(copies = 1, bytes = 16)
  public Object copyOfShorter() {
    return Arrays.copyOf(longs, 2);
  }

  /** Three references, to an array of another type. */
  @Copied(copies = 1, references = 3)
  public Object copyOfAsObjects() {
    return Arrays.copyOf(strings, 4, Object[].class);
  }

  /** From 90 to 110 there are 10 bytes. */
  @Copied(copies = 1, bytes = 10)
  public Object copyOfRangeBeyondTheEnd() {
    return Arrays.copyOfRange(bytes, 90, 110);
  }

  /** Two references; the result is still an array of strings. */
  @Copied(copies = 1, references = 2)
  public String[] copyOfRangeOfReferences() {
    return Arrays.copyOfRange(strings, 1, 3);
  }

  /** One reference. */
  @Copied(copies = 1, references = 1)
  public Object copyOfRangeAsObjects() {
    return Arrays.copyOfRange(strings, 0, 1, Object[].class);
  }

  /** The compiler's {@code values()} clones the array of the three constants. */
  @Copied(copies = 1, references = 3)
  public Object enumValues() {
    return Colour.values();
  }

  /** By a reference to a method of the JDK: 5 · 8 = 40. */
  @Copied(copies = 1, bytes = 40)
  public Object methodReference() {
    java.util.function.BiFunction<long[], Integer, long[]> copy = Arrays::copyOf;
    return copy.apply(longs, FIVE);
  }

  private static final Integer FIVE = 5;

  /** Inner arrays are references: 2; then the one int array in it: 3 · 4 = 12. */
  @Copied(copies = 2, references = 2, bytes = 12, kind = CopyKind.ARRAY)
  public Object nested() {
    int[][] outer = {{1, 2, 3}, {4}};
    int[][] copy = outer.clone();
    copy[0] = outer[0].clone();
    return copy;
  }
}
