package dev.tare.profiling.layout;

import dev.tare.profiling.meter.Action;
import dev.tare.profiling.meter.AllocationMeter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Prints, for each of some objects: its class, what it was metered at, and its modelled size. */
public final class LayoutAnswersMain {
  private static @Nullable Object sink;

  static class Empty {}

  static class Flag {
    boolean flag;
  }

  static class Mixed {
    byte small;
    long large;
    short medium;

    @Nullable
    Object reference;

    int number;
  }

  static class Wide {
    double first;
    long second;
  }

  static class Under extends Flag {
    boolean second;
  }

  static class Deep extends Under {
    long third;

    @Nullable
    Object fourth;
  }

  static class Deeper extends Mixed {
    byte more;
    char most;
  }

  record Point(int x, int y) {}

  record Two(@Nullable Object left, @Nullable Object right) {}

  record Three(
      @Nullable Object a, @Nullable Object b, @Nullable Object c) {}

  record Odd(byte b, long l) {}

  private LayoutAnswersMain() {}

  /** Takes nothing. */
  public static void main(String[] none) {
    Map<String, Supplier<Object>> makers = new LinkedHashMap<>();
    makers.put("Object", Object::new);
    makers.put("Empty", Empty::new);
    makers.put("Flag", Flag::new);
    makers.put("Mixed", Mixed::new);
    makers.put("Wide", Wide::new);
    makers.put("Under", Under::new);
    makers.put("Deep", Deep::new);
    makers.put("Deeper", Deeper::new);
    makers.put("Point", () -> new Point(1, 2));
    makers.put("Two", () -> new Two(null, null));
    makers.put("Three", () -> new Three(null, null, null));
    makers.put("Odd", () -> new Odd((byte) 1, 2));
    makers.put("ArrayList", () -> new java.util.ArrayList<>(0));
    makers.put("HashMap", java.util.HashMap::new);
    makers.put("AtomicLong", java.util.concurrent.atomic.AtomicLong::new);
    for (int length = 0; length < 10; length++) {
      int n = length;
      makers.put("byte" + n, () -> new byte[n]);
      makers.put("char" + n, () -> new char[n]);
      makers.put("int" + n, () -> new int[n]);
      makers.put("long" + n, () -> new long[n]);
      makers.put("Object" + n, () -> new Object[n]);
    }
    System.out.println(VmLayout.running());
    makers.forEach((name, maker) -> {
      Action<RuntimeException> make = () -> sink = maker.get();
      long metered = (long) AllocationMeter.measure(make).bytes();
      System.out.println(
          name + ' ' + metered + ' ' + Layouts.bytes(maker.get(), VmLayout.running()));
    });
  }
}
