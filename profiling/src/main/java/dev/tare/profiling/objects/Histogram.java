package dev.tare.profiling.objects;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.StringTokenizer;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * The objects in the heap by class: the JVM's own {@code GC.class_histogram}. A dump takes some
 * tens of milliseconds.
 */
public final class Histogram {
  private static final String[] ALL = {"-all"};
  private static final String[] LIVE = {};

  private final String text;

  private Histogram(String text) {
    this.text = text;
  }

  /** One class's share, as whole numbers. */
  public record Entry(long objects, long bytes) {
    /** Of a class that has no objects. */
    public static final Entry NONE = new Entry(0, 0);

    /** What has come on top of an earlier share. */
    public Entry minus(Entry other) {
      return new Entry(objects - other.objects, bytes - other.bytes);
    }
  }

  /**
   * The heap as it is now, dead objects too; nothing is collected. Text only: to take it apart
   * allocates, and may wait.
   *
   * @throws IllegalStateException if this JVM has no such command
   */
  static Histogram dump() {
    return dump(ALL);
  }

  /**
   * What is left of the heap after a full collection.
   *
   * @throws IllegalStateException if this JVM has no such command
   */
  public static Histogram live() {
    return dump(LIVE);
  }

  private static Histogram dump(String[] which) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      return new Histogram((String) server.invoke(
          new ObjectName("com.sun.management:type=DiagnosticCommand"),
          "gcClassHistogram",
          new Object[] {which},
          new String[] {String[].class.getName()}));
    } catch (JMException e) {
      throw new IllegalStateException(
          "objects can not be counted: this JVM has no GC.class_histogram", e);
    }
  }

  /** By class name, as the JVM writes it: {@code [B}, {@code java.lang.String}. */
  public Map<String, Entry> byClass() {
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
