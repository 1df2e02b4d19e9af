package dev.tare.reports.profile.heap;

import dev.tare.profiling.record.BenchmarkId;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What a recording tells of one row.
 *
 * @param id the row
 * @param label what tells it from others in one chart: its variant, or its name
 * @param readings what the process held, in the order of time
 * @param live what lived in the heap after each collection, and at the end
 * @param collections what the collector did, without collections that were asked for
 * @param peak the most that lived
 * @param sampledMillis when the objects of {@code sites} were looked at, close to the peak
 * @param sites what lived then by class and line, the most first; a sample
 */
record HeapStory(
    BenchmarkId id,
    String label,
    List<Reading> readings,
    List<Live> live,
    Collections collections,
    Live peak,
    long sampledMillis,
    List<Site> sites) {

  /** Where a reading could not be had. */
  static final long UNKNOWN = -1;

  /**
   * What the process held, in bytes.
   *
   * @param millis since the recording began
   * @param used of the heap, dead objects too
   * @param committed to the heap
   * @param resident in physical memory, or {@link #UNKNOWN}
   * @param nativeCommitted by the JVM, the heap included, or {@link #UNKNOWN}
   */
  record Reading(long millis, long used, long committed, long resident, long nativeCommitted) {}

  /** So many bytes lived in the heap. */
  record Live(long millis, long bytes) {}

  /**
   * What the collector did by itself.
   *
   * @param count how often
   * @param p50Nanos the pause that half of all do not exceed; 0 without pauses
   * @param p99Nanos that 99 of a hundred do not
   * @param maxNanos the longest
   * @param promotedBytes by how much young collections grew the old generation
   */
  record Collections(int count, long p50Nanos, long p99Nanos, long maxNanos, long promotedBytes) {

    /** With pauses of these lengths, the shortest first. */
    static Collections of(int count, List<Long> pauseNanos, long promotedBytes) {
      return new Collections(
          count,
          pause(pauseNanos, 50),
          pause(pauseNanos, 99),
          pause(pauseNanos, 100),
          promotedBytes);
    }

    private static long pause(List<Long> sorted, int percent) {
      if (sorted.isEmpty()) {
        return 0;
      }
      int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
      return sorted.get(Math.max(1, rank) - 1);
    }
  }

  /**
   * What one line allocated and still lived.
   *
   * @param share of all that lived
   * @param type its class
   * @param location the line
   */
  record Site(double share, String type, String location) {}

  /** The greatest of a column of the readings. */
  long most(ToLongFunction<Reading> column) {
    return readings.stream().mapToLong(column).max().orElse(UNKNOWN);
  }
}
