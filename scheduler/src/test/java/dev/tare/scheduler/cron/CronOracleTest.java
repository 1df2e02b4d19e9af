package dev.tare.scheduler.cron;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every answer against cron-utils, over random expressions, zones and instants. */
class CronOracleTest {
  private static final long SEED = 20_260_117;
  private static final int EXPRESSIONS = 1_600;
  private static final int INSTANTS = 100;
  private static final int CASES = 100_000;

  private final AtomicInteger judged = new AtomicInteger();
  private final AtomicInteger matched = new AtomicInteger();
  private final Map<OracleFault, Integer> excluded = new ConcurrentHashMap<>();

  @Test
  void nextAfter_isWhatCronUtilsSays() {
    IntStream.range(0, EXPRESSIONS).parallel().forEach(this::judge);

    System.out.println("cron: " + judged + " cases judged by cron-utils, " + matched
        + " with an answer; excluded " + new TreeMap<>(excluded));
    assertThat(judged).hasValueGreaterThanOrEqualTo(CASES);
    assertThat(matched).hasValueGreaterThanOrEqualTo(CASES * 9 / 10);
    int contradictions = excluded.getOrDefault(OracleFault.MATCH_PASSED_OVER_NEAR_A_CHANGE, 0)
        + excluded.getOrDefault(OracleFault.LONE_REPEAT_FROM_BETWEEN, 0);
    assertThat(contradictions).as("one case in a thousand").isLessThan(CASES / 1000);
  }

  private void judge(int index) {
    SplittableRandom random = new SplittableRandom(SEED + index);
    RandomCron expression = RandomCron.next(random);
    if (!expression.faults().isEmpty()) {
      expression.faults().forEach(this::exclude);
      return;
    }
    CronUtils oracle = CronUtils.parse(expression.text());
    for (int i = 0; i < INSTANTS; i++) {
      Zone zone = Zone.next(random);
      long second = zone.nextSecond(random);
      long next =
          Cron.parse(expression.text(), zone.id()).nextAfter(second * 1000 + random.nextInt(1000));
      long expected = oracle.nextAfter(second, zone.id());
      if (next != expected) {
        excuse(oracle, expression, zone, second, next, expected);
      }
      judged.incrementAndGet();
      if (next == Cron.NONE) {
        return; // the oracle looks through a hundred years of days: once is enough
      }
      matched.incrementAndGet();
    }
  }

  /** Fails unless the oracle contradicts its own answer. */
  private void excuse(
      CronUtils oracle, RandomCron cron, Zone zone, long second, long next, long expected) {
    long earlier = Math.min(next, expected) / 1000;
    if (zone.isNearAChange(earlier)) {
      if (next < expected && oracle.isMatch(earlier, zone.id())) {
        exclude(OracleFault.MATCH_PASSED_OVER_NEAR_A_CHANGE);
        return;
      }
      long firstPass = earlier - repeatedSeconds(zone, earlier);
      if (next > expected
          && firstPass <= second
          && oracle.nextAfter(firstPass, zone.id()) == next) {
        exclude(OracleFault.LONE_REPEAT_FROM_BETWEEN);
        return;
      }
    }
    throw new AssertionError(
        "seed " + SEED + ", \"" + cron.text() + "\" in " + zone.id() + " after "
            + Instant.ofEpochSecond(second) + ": cron-utils says " + said(expected) + ", we say "
            + said(next));
  }

  private void exclude(OracleFault fault) {
    excluded.merge(fault, 1, Integer::sum);
  }

  /** How far the clocks went back before a second that they show twice. */
  private static long repeatedSeconds(Zone zone, long second) {
    var offsets = zone.id()
        .getRules()
        .getValidOffsets(Instant.ofEpochSecond(second).atZone(zone.id()).toLocalDateTime());
    ZoneOffset first = offsets.get(0);
    return (long) first.getTotalSeconds() - offsets.get(offsets.size() - 1).getTotalSeconds();
  }

  private static String said(long millis) {
    return millis == Cron.NONE ? "never" : Instant.ofEpochMilli(millis).toString();
  }
}
