package dev.tare.profiling.copies.count;

import dev.tare.profiling.copies.CopySite;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How often each site copied and how many bytes, since the JVM started. Thread-safe.
 *
 * <p>Two fixed arrays: a site is an index, counting is two atomic additions. There is room for
 * {@value #MOST_SITES} sites; whoever rewrites code leaves a class alone for which there is none.
 */
public final class Counters {
  /** How many sites there can be. */
  public static final int MOST_SITES = 1 << 16;

  private static final AtomicLongArray COPIES = new AtomicLongArray(MOST_SITES);
  private static final AtomicLongArray BYTES = new AtomicLongArray(MOST_SITES);
  private static final List<CopySite> SITES = new ArrayList<>();

  private Counters() {}

  /**
   * Gives sites their indexes.
   *
   * @return the index of the first; the others follow
   * @throws IllegalStateException if there is no room for all of them; then none has one
   */
  public static int register(List<CopySite> sites) {
    synchronized (SITES) {
      int first = SITES.size();
      if (first + sites.size() > MOST_SITES) {
        throw new IllegalStateException(
            "more than " + MOST_SITES + " copying calls: choose fewer packages");
      }
      SITES.addAll(sites);
      return first;
    }
  }

  /** What was counted until now; consistent if nothing copies meanwhile. */
  public static Counts read() {
    int size;
    synchronized (SITES) {
      size = SITES.size();
    }
    long[] copies = new long[size];
    long[] bytes = new long[size];
    for (int site = 0; site < size; site++) {
      copies[site] = COPIES.get(site);
      bytes[site] = BYTES.get(site);
    }
    return new Counts(copies, bytes);
  }

  /** The sites by index, as far as there are any. */
  public static List<CopySite> sites() {
    synchronized (SITES) {
      return List.copyOf(SITES);
    }
  }

  static void copied(int site, long bytes) {
    if (bytes > 0) {
      COPIES.getAndAdd(site, 1);
      BYTES.getAndAdd(site, bytes);
    }
  }

  static void called(int site) {
    COPIES.getAndAdd(site, 1);
  }
}
