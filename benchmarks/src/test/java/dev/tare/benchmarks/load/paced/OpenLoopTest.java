package dev.tare.benchmarks.load.paced;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private static final long MILLI = 1_000_000;

  private final ManualTicker ticker = new ManualTicker();

  @Test
  void calls_areIntendedAtEqualDistances_whateverTheyTake() throws Exception {
    List<Long> intended = new ArrayList<>();
    OpenLoop loop = new OpenLoop(ticker, new Arrivals(0, 1_000, 5));

    loop.run(List.of((number, nanos) -> {
      intended.add(nanos);
      ticker.pass(number == 1 ? 10 * MILLI : 0);
    }));

    assertThat(intended).containsExactly(MILLI, 2 * MILLI, 3 * MILLI, 4 * MILLI, 5 * MILLI);
  }

  /** One answer takes 10 ms, all others none: those that had to wait for it have waited. */
  @Test
  void timesOfCallsThatHadToWait_haveTheirWaitInThem() throws Exception {
    Timed timed = new Timed(ticker, (number, nanos) -> ticker.pass(number == 1 ? 10 * MILLI : 0));

    new OpenLoop(ticker, new Arrivals(0, 1_000, 14)).run(List.of(timed));

    // 0, 10, 9, 8, … 1, 0, 0, 0: a closed loop would have seen one slow call among fourteen
    assertThat(timed.times().getTotalCount()).isEqualTo(14);
    assertThat(timed.times().getCountBetweenValues(MILLI / 2, 20 * MILLI)).isEqualTo(10);
    assertThat(timed.times().getMaxValue()).isBetween(10 * MILLI, 10 * MILLI + MILLI / 100);
    assertThat(timed.times().getMean()).isBetween(3.9 * MILLI, 3.95 * MILLI); // 55 of 14
  }

  @Test
  void callers_shareTheNumbers() throws Exception {
    ConcurrentLinkedQueue<Long> numbers = new ConcurrentLinkedQueue<>();
    OpenLoop.Call call = (number, nanos) -> numbers.add(number);

    new OpenLoop(ticker, new Arrivals(0, 1_000_000, 1_000)).run(Collections.nCopies(4, call));

    assertThat(numbers).hasSize(1_000).doesNotHaveDuplicates();
  }

  @Test
  void failure_endsTheLoopWithItsReason() {
    CountDownLatch never = new CountDownLatch(1);
    OpenLoop.Call fails = (number, nanos) -> {
      throw new IOException("the server has gone");
    };
    OpenLoop.Call waits = (number, nanos) -> never.await();

    assertThatThrownBy(
            () -> new OpenLoop(ticker, new Arrivals(0, 1_000, 1_000)).run(List.of(waits, fails)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a call under load failed: the server has gone");
  }

  @Test
  void arrivals_addUpNoError() {
    Arrivals third = Arrivals.during(7, 3_000, 100);

    assertThat(third.calls()).isEqualTo(300_000);
    assertThat(third.nanosOf(299_999)).isEqualTo(7 + 100_000 * MILLI);
  }

  @Test
  void systemTicker_isNeverEarly() throws Exception {
    Ticker system = Ticker.system();
    for (long wait : new long[] {-MILLI, 0, 1_000, MILLI / 10, MILLI}) {
      long until = system.nanos() + wait;
      system.await(until);
      assertThat(system.nanos()).isGreaterThanOrEqualTo(until);
    }
  }
}
