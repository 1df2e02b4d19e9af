package dev.tare.profiling.copies.count;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What all sites had counted at one moment, by index. Owned by whoever read it; not thread-safe.
 */
public final class Counts {
  private final long[] copies;
  private final long[] bytes;

  Counts(long[] copies, long[] bytes) {
    this.copies = copies;
    this.bytes = bytes;
  }

  /**
   * One site's share.
   *
   * @param copies how often it copied, or boxed
   * @param bytes what it moved; 0 for boxing
   */
  public record Count(long copies, long bytes) {
    Count plus(Count other) {
      return new Count(copies + other.copies, bytes + other.bytes);
    }
  }

  /** What each site has counted since {@code before}; sites that counted nothing are left out. */
  public SortedMap<CopySite, Count> since(Counts before) {
    List<CopySite> sites = Counters.sites();
    SortedMap<CopySite, Count> counts = new TreeMap<>();
    for (int site = 0; site < copies.length; site++) {
      boolean isNew = site >= before.copies.length;
      long copied = copies[site] - (isNew ? 0 : before.copies[site]);
      long moved = bytes[site] - (isNew ? 0 : before.bytes[site]);
      if (copied > 0) {
        counts.merge(sites.get(site), new Count(copied, moved), Count::plus);
      }
    }
    return counts;
  }

  /** The sum of what {@link #since} gave, over all kinds that are copies. */
  public static Count copies(SortedMap<CopySite, Count> counts) {
    return sum(counts, false);
  }

  /** The number of boxing calls in what {@link #since} gave. */
  public static long boxings(SortedMap<CopySite, Count> counts) {
    return sum(counts, true).copies();
  }

  private static Count sum(SortedMap<CopySite, Count> counts, boolean boxing) {
    Count sum = new Count(0, 0);
    for (var entry : counts.entrySet()) {
      if ((entry.getKey().kind() == CopyKind.BOXING) == boxing) {
        sum = sum.plus(entry.getValue());
      }
    }
    return sum;
  }
}
