package dev.tare.profiling.objects;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The objects in the heap by class, dead ones too: the JVM's own {@code GC.class_histogram -all}. A
 * dump takes some tens of milliseconds and collects nothing.
 */
final class Histogram {
  private static final String[] ALL = {"-all"};

  private final String text;

  private Histogram(String text) {
    this.text = text;
  }

  /** One class's share, as whole numbers. */
  record Entry(long objects, long bytes) {
    static final Entry NONE = new Entry(0, 0);

    Entry minus(Entry other) {
      return new Entry(objects - other.objects, bytes - other.bytes);
    }
  }

  /**
   * The heap as it is now. Text only: to take it apart allocates, and may wait.
   *
   * @throws IllegalStateException if this JVM has no such command
   */
  static Histogram dump() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      return new Histogram((String) server.invoke(
          new ObjectName("com.sun.management:type=DiagnosticCommand"),
          "gcClassHistogram",
          new Object[] {ALL},
          new String[] {String[].class.getName()}));
    } catch (JMException e) {
      throw new IllegalStateException(
          "objects can not be counted: this JVM has no GC.class_histogram", e);
    }
  }

  /** By class name, as the JVM writes it: {@code [B}, {@code java.lang.String}. */
  Map<String, Entry> byClass() {
    Map<String, Entry> entries = new HashMap<>();
    text.lines().forEach(line -> {
      StringTokenizer words = new StringTokenizer(line);
      if (words.countTokens() >= 4 && isRank(words.nextToken())) {
        long objects = Long.parseLong(words.nextToken());
        Entry entry = new Entry(objects, Long.parseLong(words.nextToken()));
        // Two class loaders may have a class of the same name.
        entries.merge(
            words.nextToken(),
            entry,
            (a, b) -> new Entry(a.objects + b.objects, a.bytes + b.bytes));
      }
    });
    return entries;
  }

  private static boolean isRank(String word) {
    return word.endsWith(":") && Character.isDigit(word.charAt(0));
  }
}
