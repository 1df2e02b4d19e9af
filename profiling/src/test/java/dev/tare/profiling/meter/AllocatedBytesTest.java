package dev.tare.profiling.meter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AllocatedBytesTest {
  private static final int MANY = 8 << 20;

  /** Room for whatever other threads of the test's JVM do. */
  private static final int ROOM = 4 << 20;

  private byte[] kept = {};

  @Test
  @Timeout(60)
  void total_countsEndedThreadsAndTheSumOfLiveOnesDoesNot() throws InterruptedException {
    assertThat(AllocatedBytes.countsEndedThreads()).isTrue(); // so on every JVM of the build
    long total = AllocatedBytes.total();
    long sum = AllocatedBytes.sumOfLiveThreads();
    Thread thread = new Thread(this::allocate);
    thread.start();
    thread.join();
    while (AllocatedBytes.total() - total < MANY) {
      Thread.onSpinWait(); // for a moment a thread that ends is in neither count
    }
    assertThat(AllocatedBytes.total() - total).isLessThan((long) MANY + ROOM);
    assertThat(AllocatedBytes.sumOfLiveThreads() - sum).isLessThan(ROOM);
    assertThat(kept).hasSize(MANY);
  }

  @Test
  void totalOfOthers_leavesTheCallerOut() {
    long total = AllocatedBytes.total();
    long others = AllocatedBytes.totalOfOthers();
    allocate();
    assertThat(AllocatedBytes.totalOfOthers() - others).isLessThan(ROOM);
    assertThat(AllocatedBytes.total() - total).isGreaterThanOrEqualTo(MANY);
  }

  private void allocate() {
    kept = new byte[MANY];
  }
}
