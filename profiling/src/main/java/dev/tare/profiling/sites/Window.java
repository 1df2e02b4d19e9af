package dev.tare.profiling.sites;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was allocated between two marks, but for the thread that set them. Not thread-safe while it
 * is filled.
 */
public final class Window {
  /**
   * How much.
   *
   * @param objects how many objects
   * @param bytes what they weigh
   */
  public record Count(long objects, long bytes) {
    /** None at all. */
    public static final Count NONE = new Count(0, 0);

    /** The sum. */
    public Count plus(Count other) {
      return new Count(objects + other.objects, bytes + other.bytes);
    }

    /** The difference. */
    public Count minus(Count other) {
      return new Count(objects - other.objects, bytes - other.bytes);
    }
  }

  private final SortedMap<Place, Count> places = new TreeMap<>();
  private long harnessBytes;

  void addHarness(long bytes) {
    harnessBytes += bytes;
  }

  void add(Place place, long bytes) {
    places.merge(place, new Count(1, bytes), Count::plus);
  }

  /** By place, without the harness. */
  public SortedMap<Place, Count> places() {
    return Collections.unmodifiableSortedMap(places);
  }

  /** What the operations allocated. */
  public long operationBytes() {
    return places.values().stream().mapToLong(Count::bytes).sum();
  }

  /** All of it, with what the harness's own work allocated. */
  public long bytes() {
    return operationBytes() + harnessBytes;
  }
}
