package dev.tare.profiling.known.copies;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Calls are counted, whether a cache has the box or not. */
public class BoxingCalls {
  private final int small = 7;
  private final int large = 70_000;
  private final List<Integer> kept = new ArrayList<>(List.of(1, 2, 3));

  /** In the cache. */
  @Copied(boxings = 1)
  public Object cached() {
    return small;
  }

  /** Outside of it. */
  @Copied(boxings = 1)
  public Object fresh() {
    return large;
  }

  /** One each of all eight. */
  @Copied(boxings = 8)
  public Object allKinds() {
    Object[] boxes = {true, (byte) 1, 'c', (short) 2, 3, 4L, 5f, 6d};
    return boxes;
  }

  /** Adding boxes; taking out does not. */
  @Copied(boxings = 1)
  public Object inAList() {
    kept.set(0, large);
    int sum = kept.get(0) + kept.get(1);
    return sum > 0 ? kept : this;
  }

  /** Three arguments of {@code Object...}, in an array that is no copy. */
  @Copied(boxings = 3)
  public Object varargs() {
    return count(small, large, 1L);
  }

  private static Object count(Object... all) {
    return all;
  }

  /** A string makes a number: no box of a primitive value that the code has. */
  @Copied
  public Object valueOfString() {
    return Integer.valueOf("12");
  }

  /** By a reference to the method. */
  @Copied(boxings = 1)
  public Object methodReference() {
    Function<String, Integer> length = String::length; // boxed by the JVM's own adapter
    ToIntFunction<String> primitive = String::length;
    java.util.function.IntFunction<Integer> box = Integer::valueOf;
    return primitive.applyAsInt("ab") == 2 ? box.apply(small) : length;
  }
}
