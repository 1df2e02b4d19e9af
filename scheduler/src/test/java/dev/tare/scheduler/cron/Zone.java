package dev.tare.scheduler.cron;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A zone of the random tests and its changes of clocks from 1990 to 2059.
 *
 * @param id which zone
 * @param changes when its clocks change
 */
record Zone(ZoneId id, List<ZoneOffsetTransition> changes) {
  /** Changes of an hour, of half an hour, in both hemispheres, and none. */
  static final List<Zone> ALL =
      List.of(of("Europe/Berlin"), of("America/New_York"), of("Australia/Lord_Howe"), of("UTC"));

  private static final long FROM = 631_152_000; // 1990-01-01T00:00Z
  private static final long UNTIL = 2_840_140_800L; // 2060-01-01T00:00Z

  private static Zone of(String name) {
    ZoneId id = ZoneId.of(name);
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition change = id.getRules().nextTransition(Instant.ofEpochSecond(FROM));
    while (change != null && change.toEpochSecond() < UNTIL) {
      changes.add(change);
      change = id.getRules().nextTransition(change.getInstant());
    }
    return new Zone(id, changes);
  }

  static Zone next(SplittableRandom random) {
    return ALL.get(random.nextInt(ALL.size()));
  }

  /** Half of them within four hours of a change of clocks, where the zone has any. */
  long nextSecond(SplittableRandom random) {
    if (changes.isEmpty() || random.nextBoolean()) {
      return random.nextLong(FROM, UNTIL);
    }
    ZoneOffsetTransition change = changes.get(random.nextInt(changes.size()));
    return change.toEpochSecond() + random.nextInt(-4 * 3600, 4 * 3600);
  }

  /** Whether clocks change within a day of a second. */
  boolean isNearAChange(long second) {
    ZoneOffsetTransition change =
        id.getRules().nextTransition(Instant.ofEpochSecond(second - 86_400));
    return change != null && change.toEpochSecond() <= second + 86_400;
  }
}
