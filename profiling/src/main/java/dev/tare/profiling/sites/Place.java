package dev.tare.profiling.sites;

import java.util.Comparator;

/**
 * Where objects of one class are allocated. Ordered by location.
 *
 * @param type the class of the objects, as source has it: {@code int[]}, {@code a.b.C$D}
 * @param location the line that asked for them, as {@code a.b.C.method:12}
 */
public record Place(String type, String location) implements Comparable<Place> {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::location).thenComparing(Place::type);

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }
}
