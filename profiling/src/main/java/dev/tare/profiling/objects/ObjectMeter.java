package dev.tare.profiling.objects;

import dev.tare.profiling.meter.Action;
import dev.tare.profiling.meter.AllocationMeter;
import dev.tare.profiling.objects.Histogram.Entry;
import dev.tare.profiling.record.TypeNames;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts objects by the difference of two class histograms, and believes it only if their bytes are
 * those that the thread allocated.
 *
 * <p>Four dumps: the action runs between the middle ones; between the others nothing happens, and
 * what they differ by is what a dump itself allocates. Another thread's work, or a collection,
 * makes those two differences unlike, or breaks the sum of bytes, and it is tried again.
 *
 * <p>What the JVM does once on the calling thread, such as making a method handle's code, is in
 * both sums. So two attempts must agree; of attempts that all differ the greatest is told.
 *
 * <p>One class needs care: the JVM fills the unused end of an allocation buffer with an
 * {@code int[]}, on JDK 17 one like any other. There their number must be the same in every run,
 * give or take a few fillers, and their bytes are told by subtraction.
 *
 * <p>The count holds for one thread and the Serial, Parallel and G1 collectors; others do not list
 * dead objects, and then there is no count but an error.
 */
public final class ObjectMeter {
  private static final int ATTEMPTS = 24;

  /** Further ones, where some were proved and no two agree: on a busy machine it takes patience. */
  private static final int MOST_ATTEMPTS = 200;

  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(30);

  /** In a row, with nothing proved in between. */
  private static final int MOST_COLLECTED = 4;

  private static final int MOST_ODD = 6;
  private static final int MOST_RUNS = 64;
  private static final int LEAST_RUNS = 8;
  private static final long BYTES_BETWEEN_DUMPS = 4 << 20;
  private static final long ALIGNMENT = 8;
  private static final int LEAST_ARRAY_BYTES = 16;
  private static final String INT_ARRAY = "[I";
  private static final String FILLER = "jdk.internal.vm.Filler";
  private static final Action<RuntimeException> NOTHING = () -> {};

  private int runs;
  private int collected;
  private String trouble = "";

  private ObjectMeter(long bytesPerRun) {
    long fitting = BYTES_BETWEEN_DUMPS / Math.max(1, bytesPerRun);
    this.runs = (int) Math.max(LEAST_RUNS, Math.min(MOST_RUNS, fitting));
  }

  /**
   * How many objects of which class the calling thread allocates in a run.
   *
   * @param warmUps runs before any that counts
   * @return counts by class, as source code names it; empty if nothing is allocated
   * @throws IllegalStateException if they can not be proved
   * @throws X what the action throws
   */
  public static <X extends Throwable> SortedMap<String, ObjectCount> count(
      int warmUps, Action<X> action) throws X {
    AllocationMeter.total(warmUps, action, NOTHING);
    return new ObjectMeter(AllocationMeter.total(1, action, NOTHING)).count(action);
  }

  private <X extends Throwable> SortedMap<String, ObjectCount> count(Action<X> action) throws X {
    Histogram.dump(); // the first one loads classes
    List<SortedMap<String, ObjectCount>> seen = new ArrayList<>();
    long deadline = System.nanoTime() + MOST_NANOS;
    for (int attempt = 0; collected < MOST_COLLECTED && attempt < MOST_ATTEMPTS; attempt++) {
      if (attempt >= ATTEMPTS && (seen.isEmpty() || System.nanoTime() > deadline)) {
        break;
      }
      SortedMap<String, ObjectCount> proved = attempt(action);
      if (proved != null && seen.contains(proved)) {
        return proved;
      }
      if (proved != null) {
        seen.add(proved);
        collected = 0;
      }
    }
    if (!seen.isEmpty()) {
      return Collections.max(seen, Comparator.comparingDouble(ObjectMeter::objects));
    }
    throw new IllegalStateException("objects can not be counted: " + trouble
        + "; run the test where no other thread works, with the Serial, Parallel or G1 collector");
  }

  private static double objects(SortedMap<String, ObjectCount> counts) {
    return counts.values().stream().mapToDouble(ObjectCount::objects).sum();
  }

  private <X extends Throwable> @Nullable SortedMap<String, ObjectCount> attempt(Action<X> action)
      throws X {
    long collections = collections();
    Histogram first = Histogram.dump();
    Histogram second = Histogram.dump();
    long bytes = AllocationMeter.total(runs, action, NOTHING);
    Histogram third = Histogram.dump();
    Histogram fourth = Histogram.dump();
    if (collections() != collections) {
      trouble = "a garbage collection took some away";
      collected++;
      runs = Math.max(LEAST_RUNS, runs / 2);
      System.gc(); // leaves room for the next attempt
      return null;
    }
    Map<String, Entry> before = second.byClass();
    Map<String, Entry> after = third.byClass();
    Map<String, Entry> ofDump = difference(first.byClass(), before);
    Map<String, Entry> ofNextDump = difference(after, fourth.byClass());
    boolean fillersAreApart = after.keySet().stream().anyMatch(name -> name.contains(FILLER));
    Map<String, Entry> between = difference(before, after);
    SortedMap<String, ObjectCount> proved = prove(less(between, ofDump), bytes, fillersAreApart);
    return proved == null ? prove(less(between, ofNextDump), bytes, fillersAreApart) : proved;
  }

  private static Map<String, Entry> less(Map<String, Entry> these, Map<String, Entry> those) {
    Map<String, Entry> rest = new TreeMap<>(these);
    those.forEach(
        (name, entry) -> rest.put(name, rest.getOrDefault(name, Entry.NONE).minus(entry)));
    rest.values().removeIf(Entry.NONE::equals);
    return rest;
  }

  private static Map<String, Entry> difference(
      Map<String, Entry> before, Map<String, Entry> after) {
    Map<String, Entry> difference = new TreeMap<>();
    after.forEach((name, entry) -> {
      if (!name.contains(FILLER)) {
        difference.put(name, entry.minus(before.getOrDefault(name, Entry.NONE)));
      }
    });
    return difference;
  }

  private @Nullable SortedMap<String, ObjectCount> prove(
      Map<String, Entry> difference, long bytes, boolean fillersAreApart) {
    long ofOthers = 0;
    SortedMap<String, ObjectCount> counts = new TreeMap<>();
    for (Map.Entry<String, Entry> each : difference.entrySet()) {
      if (!each.getKey().equals(INT_ARRAY)) {
        ofOthers += each.getValue().bytes();
        counts.merge(TypeNames.readable(each.getKey()), perRun(each.getValue()), ObjectCount::plus);
      }
    }
    Entry shown = difference.getOrDefault(INT_ARRAY, Entry.NONE);
    Entry intArrays = fillersAreApart ? shown : withoutFillers(shown, bytes - ofOthers);
    if (ofOthers + intArrays.bytes() != bytes) {
      trouble = "the thread allocated " + bytes + " bytes in " + runs
          + " runs, of which the JVM's class histogram shows " + (ofOthers + intArrays.bytes())
          + odd(difference);
      return null;
    }
    if (intArrays.objects() != 0) {
      counts.put(TypeNames.readable(INT_ARRAY), perRun(intArrays));
    }
    return counts;
  }

  /** Classes whose number is no multiple of the runs: the hint at who disturbs. */
  private String odd(Map<String, Entry> difference) {
    List<String> odd = difference.entrySet().stream()
        .filter(each -> each.getValue().objects() % runs != 0)
        .map(each -> each.getValue().objects() + " × " + TypeNames.readable(each.getKey()))
        .limit(MOST_ODD)
        .toList();
    return odd.isEmpty() ? "" : " (" + String.join(", ", odd) + ')';
  }

  /** Those of the action among {@code shown}, if they are as many in every run; or else none. */
  private Entry withoutFillers(Entry shown, long bytes) {
    long perRun = Math.round((double) shown.objects() / runs);
    long objects = perRun * runs;
    boolean plausible = perRun > 0
        && bytes >= objects * LEAST_ARRAY_BYTES
        && bytes % (runs * ALIGNMENT) == 0
        && Math.abs(shown.objects() - objects) <= runs / 4;
    return plausible ? new Entry(objects, bytes) : Entry.NONE;
  }

  private ObjectCount perRun(Entry entry) {
    return new ObjectCount((double) entry.objects() / runs, (double) entry.bytes() / runs);
  }

  private static long collections() {
    long count = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      count += collector.getCollectionCount();
    }
    return count;
  }
}
