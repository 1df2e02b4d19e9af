package dev.tare.profiling.copies.count;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.ShortBuffer;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How many bytes of payload something holds: elements at their size in this JVM, without headers.
 *
 * <p>A reference is 4 or 8 bytes, as the JVM has it; a character of a string 1 or 2, as that string
 * is encoded; a map's entry two references.
 */
public final class Weights {
  private static final int PROBE = 1024;

  private static @Nullable Instrumentation jvm;
  private static @Nullable VarHandle coder;
  private static int referenceBytes;

  private Weights() {}

  /**
   * Asks this JVM for its sizes: before any code that was rewritten runs.
   *
   * @throws IllegalStateException if its strings can not be looked into
   */
  public static void takeFrom(Instrumentation instrumentation) {
    long empty = instrumentation.getObjectSize(new Object[0]);
    long full = instrumentation.getObjectSize(new Object[PROBE]);
    referenceBytes = (int) ((full - empty) / PROBE);
    // Strings do not tell how they are encoded; looking at each character would take too long.
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.lang", Set.of(Weights.class.getModule())),
        Set.of(),
        Map.of());
    try {
      coder = MethodHandles.privateLookupIn(String.class, MethodHandles.lookup())
          .findVarHandle(String.class, "coder", byte.class);
    } catch (NoSuchFieldException | IllegalAccessException e) {
      throw new IllegalStateException("strings of this JVM do not tell how they are encoded", e);
    }
    jvm = instrumentation;
  }

  /** Of an array, string, collection or map; of anything else 0. */
  static long of(@Nullable Object holder) {
    if (holder instanceof String string) {
      return string(string);
    }
    if (holder instanceof Collection<?> collection) {
      return (long) referenceBytes * collection.size();
    }
    if (holder instanceof Map<?, ?> map) {
      return 2L * referenceBytes * map.size();
    }
    return array(holder);
  }

  static long string(String string) {
    VarHandle handle = coder;
    return handle == null ? 0 : (long) string.length() << (byte) handle.get(string);
  }

  /** Of an array; of anything else 0. */
  static long array(@Nullable Object array) {
    if (array instanceof byte[] bytes) {
      return bytes.length;
    }
    if (array instanceof Object[] objects) {
      return (long) referenceBytes * objects.length;
    }
    if (array instanceof char[] chars) {
      return (long) Character.BYTES * chars.length;
    }
    if (array instanceof int[] ints) {
      return (long) Integer.BYTES * ints.length;
    }
    if (array instanceof long[] longs) {
      return (long) Long.BYTES * longs.length;
    }
    if (array instanceof double[] doubles) {
      return (long) Double.BYTES * doubles.length;
    }
    if (array instanceof boolean[] booleans) {
      return booleans.length;
    }
    if (array instanceof short[] shorts) {
      return (long) Short.BYTES * shorts.length;
    }
    return array instanceof float[] floats ? (long) Float.BYTES * floats.length : 0;
  }

  /** Of one element of an array. */
  static int element(@Nullable Object array) {
    if (array instanceof byte[] || array instanceof boolean[]) {
      return 1;
    }
    if (array instanceof Object[]) {
      return referenceBytes;
    }
    if (array instanceof char[] || array instanceof short[]) {
      return 2;
    }
    return array instanceof int[] || array instanceof float[] ? 4 : 8;
  }

  static int reference() {
    return referenceBytes;
  }

  /** Of what is left in a buffer. */
  static long remaining(@Nullable Object source) {
    if (!(source instanceof Buffer buffer)) {
      return 0;
    }
    int elementBytes = 8;
    if (buffer instanceof ByteBuffer) {
      elementBytes = 1;
    } else if (buffer instanceof CharBuffer || buffer instanceof ShortBuffer) {
      elementBytes = 2;
    } else if (buffer instanceof IntBuffer || buffer instanceof FloatBuffer) {
      elementBytes = 4;
    }
    return (long) elementBytes * buffer.remaining();
  }

  /** Of an instance, its header with it: the JVM tells no less. */
  static long shallow(Object instance) {
    Instrumentation instrumentation = jvm;
    return instrumentation == null ? 0 : instrumentation.getObjectSize(instance);
  }
}
