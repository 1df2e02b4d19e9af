package dev.tare.profiling.jmh.run;

import dev.tare.profiling.jmh.run.AllocationProfiler.Iteration;
import dev.tare.profiling.jmh.run.AllocationProfiler.Shape;
import dev.tare.profiling.jmh.run.SingleShot.Halves;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.Site;
import dev.tare.profiling.sites.Place;
import dev.tare.profiling.sites.Window;
import dev.tare.profiling.sites.Window.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a recording of two runs says: the difference of two batch sizes, twice, and the sum of all
 * larger batches. Iterations in which recording and meter differ have no part in it.
 */
final class Recorded {
  private final List<Sum> differences;
  private final @Nullable Sum all;
  private final String trouble;

  /** What places allocated in so many rounds. */
  private record Sum(SortedMap<Place, Count> places, long rounds, Shape shape) {
    double perOperation(ToLongFunction<Count> quantity) {
      return perOperation(places.values().stream().mapToLong(quantity).sum());
    }

    double perOperation(long quantity) {
      return (double) quantity / rounds / shape.threads() / shape.operationsPerInvocation();
    }

    Sum and(Sum more, int sign) {
      SortedMap<Place, Count> both = new TreeMap<>(places);
      more.places.forEach((place, count) ->
          both.merge(place, new Count(sign * count.objects(), sign * count.bytes()), Count::plus));
      both.values().removeIf(Count.NONE::equals);
      return new Sum(both, rounds + sign * more.rounds, shape);
    }

    boolean equalsPerRound(Sum other) {
      return places.keySet().equals(other.places.keySet())
          && places.entrySet().stream().allMatch(entry -> {
            Count its = other.places.getOrDefault(entry.getKey(), Count.NONE);
            return entry.getValue().objects() * other.rounds == its.objects() * rounds
                && entry.getValue().bytes() * other.rounds == its.bytes() * rounds;
          });
    }
  }

  private Recorded(List<Sum> differences, @Nullable Sum all, String trouble) {
    this.differences = differences;
    this.all = all;
    this.trouble = trouble;
  }

  /** Runs with their recordings, in order: each makes a group of small and one of large batches. */
  static final class Runs {
    private final List<List<Pair>> groups = new ArrayList<>();

    /** An iteration, and what was recorded in it. */
    private record Pair(Iteration iteration, Window window) {
      boolean agrees() {
        return iteration.bytes() == window.bytes();
      }

      Sum sum() {
        return new Sum(window.places(), iteration.rounds(), iteration.shape());
      }
    }

    /** A run whose first iteration was not recorded. */
    void add(Halves halves, List<Window> windows) {
      List<Iteration> small = halves.small().subList(1, halves.small().size());
      if (windows.size() == small.size() + halves.large().size()) {
        groups.add(pairs(small, windows));
        groups.add(pairs(halves.large(), windows.subList(small.size(), windows.size())));
      }
    }

    private static List<Pair> pairs(List<Iteration> iterations, List<Window> windows) {
      List<Pair> pairs = new ArrayList<>();
      for (int i = 0; i < iterations.size(); i++) {
        pairs.add(new Pair(iterations.get(i), windows.get(i)));
      }
      return pairs;
    }
  }

  /** Of two runs with batches of two sizes each. */
  static Recorded of(Runs runs) {
    if (runs.groups.size() != 4) {
      return new Recorded(List.of(), null, "some iterations were not recorded");
    }
    Sum all = null;
    List<Sum> least = new ArrayList<>();
    for (int group = 0; group < runs.groups.size(); group++) {
      Sum best = null;
      for (Runs.Pair pair : runs.groups.get(group)) {
        if (pair.agrees()) {
          Sum sum = pair.sum();
          if (group % 2 == 1) {
            all = all == null ? sum : all.and(sum, 1);
          }
          boolean less =
              best == null || sum.perOperation(Count::bytes) < best.perOperation(Count::bytes);
          best = less ? sum : best;
        }
      }
      if (best == null) {
        return new Recorded(List.of(), null, trouble(runs.groups.get(group)));
      }
      least.add(best);
    }
    List<Sum> differences =
        List.of(least.get(1).and(least.get(0), -1), least.get(3).and(least.get(2), -1));
    return new Recorded(differences, all, "");
  }

  private static String trouble(List<Runs.Pair> group) {
    Runs.Pair last = group.get(group.size() - 1);
    return "recorded " + last.window().bytes() + " bytes of the "
        + last.iteration().bytes() + " that the meter reads in "
        + last.iteration().rounds() + " rounds";
  }

  /**
   * Whether the sites add up to an exact figure by both differences, or to a varying one at all.
   *
   * @param placeByPlace whether every place has to show the same in both
   */
  boolean agreesWith(Measurement bytes, boolean placeByPlace) {
    if (differences.isEmpty() || !bytes.isExact()) {
      return !differences.isEmpty();
    }
    return differences.stream().allMatch(each -> each.perOperation(Count::bytes) == bytes.value())
        && (!placeByPlace || differences.get(0).equalsPerRound(differences.get(1)));
  }

  /** Why the two do not agree. */
  String differenceTo(Measurement bytes) {
    if (differences.isEmpty()) {
      return "no sites: " + trouble;
    }
    double sum = differences.get(0).perOperation(Count::bytes);
    double other = differences.get(1).perOperation(Count::bytes);
    double apart = sum == bytes.value() ? other : sum;
    return "no sites: they add up to " + apart + " B/op where the meter reads " + bytes.value()
        + " B/op, " + Math.abs(apart - bytes.value()) + " apart";
  }

  /** One metric with its sites; of a varying figure the mean, with the range of what was seen. */
  Measurement of(Metric metric, Measurement bytes) {
    ToLongFunction<Count> quantity = metric == Metric.BYTES ? Count::bytes : Count::objects;
    BenchmarkId row = bytes.id();
    Sum sum = bytes.isExact() || all == null ? differences.get(0) : all;
    List<Site> sites = sites(sum, quantity);
    double value = sum.perOperation(quantity);
    double low = value;
    double high = value;
    if (!bytes.isExact()) {
      for (Sum each : differences) {
        low = Math.min(low, Math.max(0, each.perOperation(quantity)));
        high = Math.max(high, each.perOperation(quantity));
      }
      low = metric == Metric.BYTES ? Math.min(low, bytes.low()) : low;
      high = metric == Metric.BYTES ? Math.max(high, bytes.high()) : high;
    }
    return new Measurement(row, Mode.WRITTEN, metric, value, low, high, sites);
  }

  private static List<Site> sites(Sum sum, ToLongFunction<Count> quantity) {
    return sum.places().entrySet().stream()
        .map(entry -> new Site(
            entry.getKey().type(),
            entry.getKey().location(),
            sum.perOperation(quantity.applyAsLong(entry.getValue()))))
        .sorted(Comparator.comparingDouble(Site::value).reversed())
        .toList();
  }
}
