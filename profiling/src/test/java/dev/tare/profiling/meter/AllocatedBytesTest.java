package dev.tare.profiling.meter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
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

  @Test
  @Timeout(60)
  void totalOfOthers_leavesFlightRecorderOut() throws InterruptedException {
    ThreadGroup system = Thread.currentThread().getThreadGroup();
    while (system.getParent() != null) {
      system = system.getParent();
    }
    assertThat(countedOf(system, "JFR Periodic Tasks")).isLessThan(ROOM);
    assertThat(countedOf(system, "Another")).isGreaterThanOrEqualTo(MANY);
  }

  /** What is counted of a thread of that name and group, which allocates, and then waits. */
  private long countedOf(ThreadGroup group, String name) throws InterruptedException {
    CountDownLatch allocated = new CountDownLatch(1);
    CountDownLatch read = new CountDownLatch(1);
    Runnable body = () -> {
      allocate();
      allocated.countDown();
      try {
        read.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    };
    long before = AllocatedBytes.totalOfOthers();
    Thread thread = new Thread(group, body, name);
    thread.start();
    allocated.await();
    long counted = AllocatedBytes.totalOfOthers() - before;
    read.countDown();
    thread.join();
    return counted;
  }

  private void allocate() {
    kept = new byte[MANY];
  }
}
