package dev.tare.benchmarks.soak.growth;

import static java.util.stream.Collectors.toList;

import dev.tare.profiling.objects.Histogram;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A class of which more objects are live than before.
 *
 * @param name as the JVM writes it
 * @param objects how many more
 * @param bytes their sizes
 */
public record ClassGrowth(String name, long objects, long bytes) {
  private static final int MOST = 5;

  /** The classes that have grown the most, by bytes. */
  public static List<ClassGrowth> between(
      Map<String, Histogram.Entry> before, Map<String, Histogram.Entry> after) {
    return after.entrySet().stream()
        .map(entry -> {
          Histogram.Entry more =
              entry.getValue().minus(before.getOrDefault(entry.getKey(), Histogram.Entry.NONE));
          return new ClassGrowth(entry.getKey(), more.objects(), more.bytes());
        })
        .filter(growth -> growth.bytes() > 0)
        .sorted(Comparator.comparingLong(ClassGrowth::bytes)
            .reversed()
            .thenComparing(ClassGrowth::name))
        .limit(MOST)
        .collect(toList());
  }
}
