package dev.tare.scheduler.cron;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A time zone as stretches of constant offset from UTC, from 1970 to the end of 2199, in primitive
 * arrays: {@link ZoneRules} answers with objects. Immutable; one a zone, some 6 kB where clocks
 * change twice a year.
 */
final class ZoneOffsets {
  /** 2200-01-01T00:00Z: no schedule looks further. */
  static final long HORIZON_SECONDS = 7_258_118_400L;

  /** Bounded by the regions that the JDK knows: bare offsets are not kept. */
  private static final ConcurrentHashMap<ZoneId, ZoneOffsets> REGIONS = new ConcurrentHashMap<>();

  private final long[] starts;
  private final int[] offsets;

  private ZoneOffsets(ZoneRules rules) {
    long[] startSeconds = new long[512];
    int[] offsetSeconds = new int[512];
    offsetSeconds[0] = rules.getOffset(Instant.EPOCH).getTotalSeconds();
    int count = 1;
    ZoneOffsetTransition transition = rules.nextTransition(Instant.EPOCH);
    while (transition != null && transition.toEpochSecond() < HORIZON_SECONDS) {
      if (count == startSeconds.length) {
        startSeconds = Arrays.copyOf(startSeconds, 2 * count);
        offsetSeconds = Arrays.copyOf(offsetSeconds, 2 * count);
      }
      startSeconds[count] = transition.toEpochSecond();
      offsetSeconds[count++] = transition.getOffsetAfter().getTotalSeconds();
      transition = rules.nextTransition(transition.getInstant());
    }
    starts = Arrays.copyOf(startSeconds, count);
    offsets = Arrays.copyOf(offsetSeconds, count);
  }

  static ZoneOffsets of(ZoneId zone) {
    return zone instanceof ZoneOffset
        ? new ZoneOffsets(zone.getRules())
        : REGIONS.computeIfAbsent(zone, region -> new ZoneOffsets(region.getRules()));
  }

  /** The stretch that an epoch second from 0 on lies in. */
  int segmentAt(long second) {
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= second) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  int lastSegment() {
    return starts.length - 1;
  }

  int offsetSeconds(int segment) {
    return offsets[segment];
  }

  /** Its first epoch second. */
  long start(int segment) {
    return starts[segment];
  }

  /** The first epoch second after it. */
  long end(int segment) {
    return segment == starts.length - 1 ? HORIZON_SECONDS : starts[segment + 1];
  }

  /** Whether clocks show the local time of a second of this stretch for the second time. */
  boolean isRepeated(long second, int segment) {
    return segment > 0 && second < starts[segment] + offsets[segment - 1] - offsets[segment];
  }
}
