package dev.tare.profiling.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.jmh.run.AllocationProfiler.Iteration;
import dev.tare.profiling.jmh.run.AllocationProfiler.Shape;
import dev.tare.profiling.jmh.run.SingleShot.Halves;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlopeTest {
  private static final Shape ALONE = new Shape(1, 1);
  private static final Shape FOUR = new Shape(4, 1);

  @Test
  void leastIterations_cancelTheFloor() {
    Halves halves = new Halves(
        iterations(100, ALONE, 9_000, 3_400, 3_432), iterations(200, ALONE, 5_800, 5_832, 16_000));
    assertThat(Slope.of(halves)).isEqualTo(new Slope(2_400, 100, ALONE));
    assertThat(Slope.of(halves).bytesPerOperation()).isEqualTo(24);
  }

  @Test
  void sameCost_isExact() {
    assertThat(
            new Slope(3 * 1024 * 24, 3 * 1024, ALONE).agreeWith(new Slope(1024 * 24, 1024, ALONE)))
        .hasValue(24);
    assertThat(new Slope(0, 3, ALONE).agreeWith(new Slope(0, 1, ALONE))).hasValue(0);
  }

  @Test
  void costOfEverySecondCall_isExactThoughNoMultipleOfTheAlignment() {
    assertThat(new Slope(3 * 512 * 24, 3 * 1024, ALONE).agreeWith(new Slope(512 * 24, 1024, ALONE)))
        .hasValue(12);
  }

  @Test
  void oneQueueNode_doesNotCount() {
    Slope wide = new Slope(3 * 1024 * 24 + 32, 3 * 1024, ALONE);
    assertThat(wide.agreeWith(new Slope(1024 * 24, 1024, ALONE))).hasValue(24);
    assertThat(wide.agreeWith(new Slope(1024 * 24 - 32, 1024, ALONE))).hasValue(24);
    Slope nothing = new Slope(-32, 3 * 1024, ALONE);
    assertThat(nothing.agreeWith(new Slope(32, 1024, ALONE))).hasValue(0);
  }

  @Test
  void oneQueueNodeOfFewCalls_couldBeACost() {
    Slope wide = new Slope(3 * 4 * 24 + 32, 3 * 4, ALONE);
    assertThat(wide.agreeWith(new Slope(4 * 24, 4, ALONE))).isEmpty();
  }

  @Test
  void twoObjectsAmongManyCalls_areACost() {
    Slope wide = new Slope(3 * 1024 * 24 + 3 * 48, 3 * 1024, ALONE);
    assertThat(wide.agreeWith(new Slope(1024 * 24, 1024, ALONE))).isEmpty();
  }

  @Test
  void costThatGrowsWithTheCalls_varies() {
    assertThat(
            new Slope(3 * 1024 * 25, 3 * 1024, ALONE).agreeWith(new Slope(1024 * 24, 1024, ALONE)))
        .isEmpty();
  }

  @Test
  void costThatFalls_isNotTakenForNothing() {
    Slope falling = new Slope(-4_000, 3 * 1024, ALONE);
    assertThat(falling.agreeWith(new Slope(-4_000, 1024, ALONE))).isEmpty();
    assertThat(falling.bytesPerOperation()).isZero();
  }

  @Test
  void nodesOfSeveralThreads_doNotCount() {
    Slope wide = new Slope(3 * 1024 * 4 * 24 + 4 * 64, 3 * 1024, FOUR);
    assertThat(wide.agreeWith(new Slope(1024 * 4 * 24 - 4 * 64, 1024, FOUR))).hasValue(24);
    assertThat(wide.agreeWith(new Slope(1024 * 4 * 24 - 4 * 64 - 8, 1024, FOUR)))
        .isEmpty();
  }

  @Test
  void oneOfFourThatAllocates_isAQuarterACall() {
    Slope wide = new Slope(3 * 1024 * 24 + 32, 3 * 1024, FOUR);
    assertThat(wide.agreeWith(new Slope(1024 * 24, 1024, FOUR))).hasValue(6);
  }

  @Test
  void fewCallsOfSeveralThreads_mustAgreeToTheByte() {
    Slope wide = new Slope(3 * 96 + 64, 3, FOUR);
    assertThat(wide.agreeWith(new Slope(96, 1, FOUR))).isEmpty();
    assertThat(new Slope(3 * 96, 3, FOUR).agreeWith(new Slope(96, 1, FOUR))).hasValue(24);
  }

  @Test
  void operationsOfACall_shareIt() {
    Shape ten = new Shape(2, 10);
    Slope wide = new Slope(3 * 1024 * 2 * 240 + 32, 3 * 1024, ten);
    assertThat(wide.agreeWith(new Slope(1024 * 2 * 240, 1024, ten))).hasValue(24);
    assertThat(new Slope(1024 * 2 * 240, 1024, ten).bytesPerOperation()).isEqualTo(24);
  }

  private static List<Iteration> iterations(long rounds, Shape shape, long... bytes) {
    return Arrays.stream(bytes)
        .mapToObj(each -> new Iteration(rounds, shape, each, 1))
        .toList();
  }
}
