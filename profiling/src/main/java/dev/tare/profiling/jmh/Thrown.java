package dev.tare.profiling.jmh;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in one line what a benchmark, or JMH around it, threw. */
final class Thrown {

  private Thrown() {}

  /** Kind and message of the innermost cause: JMH wraps what a benchmark threw. */
  static String describe(Throwable thrown) {
    Throwable cause = innermost(thrown);
    String kind = cause.getClass().getName();
    String message = firstLine(cause);
    return message.isEmpty() ? kind : kind + ": " + message;
  }

  /** Causes may run in a circle: it ends where it would begin again. */
  private static Throwable innermost(Throwable thrown) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Throwable innermost = thrown;
    Throwable next = thrown;
    while (next != null && seen.add(next)) {
      innermost = next;
      next = causeOf(next);
    }
    return innermost;
  }

  private static @Nullable Throwable causeOf(Throwable thrown) {
    if (thrown.getCause() != null) {
      return thrown.getCause();
    }
    Throwable[] suppressed = thrown.getSuppressed();
    return suppressed.length == 0 ? null : suppressed[0];
  }

  private static String firstLine(Throwable thrown) {
    try {
      String message = thrown.getMessage();
      return message == null ? "" : message.strip().lines().findFirst().orElse("");
    } catch (RuntimeException e) {
      return ""; // its own message failed it
    }
  }
}
