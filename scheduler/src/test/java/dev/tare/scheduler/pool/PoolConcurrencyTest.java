package dev.tare.scheduler.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.breaker.Together;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PoolConcurrencyTest {
  private static final int THREADS = 8;
  private static final int CYCLES = 20_000;

  private final Together threads = new Together(THREADS);

  /** Finds two users at once, and what one leaves for the next. */
  private static final class Guarded {
    private final AtomicInteger users = new AtomicInteger();
    private int left;
  }

  private static final class Guards implements Recycler<Guarded> {
    @Override
    public Guarded create() {
      return new Guarded();
    }

    @Override
    public boolean clear(Guarded guarded) {
      guarded.left = 0;
      return true;
    }
  }

  @AfterEach
  void stop() {
    threads.close();
  }

  @Test
  void everyObject_hasOneUserAtATime_andFindsItClean() throws Exception {
    ObjectPool<Guarded> pool = new ObjectPool<>("p", PoolPolicy.waiting(3, 30_000), new Guards());
    threads.run(thread -> {
      PoolHandle<Guarded> mine = pool.acquire();
      mine.close();
      for (int i = 0; i < CYCLES; i++) {
        try (PoolHandle<Guarded> handle = pool.acquire(mine)) {
          use(handle.get(), thread);
        }
      }
    });
    PoolStats stats = pool.stats();
    assertThat(stats.created()).isBetween(1L, 3L);
    assertThat(stats.created() + stats.reused()).isEqualTo(THREADS * (CYCLES + 1));
    assertThat(stats.discarded()).isZero();
    assertThat(stats.inUse()).isZero();
    assertThat(stats.idle()).isEqualTo(stats.created());
  }

  @Test
  void handlesReleasedByAnotherThread_comeBack() throws Exception {
    ObjectPool<Guarded> pool = new ObjectPool<>("p", PoolPolicy.waiting(4, 30_000), new Guards());
    BlockingQueue<PoolHandle<Guarded>> handedOver = new ArrayBlockingQueue<>(4);
    threads.run(thread -> {
      for (int i = 0; i < CYCLES / 4; i++) {
        if (thread % 2 == 0) {
          PoolHandle<Guarded> handle = pool.acquire();
          use(handle.get(), thread);
          handedOver.put(handle);
        } else {
          PoolHandle<Guarded> handle = handedOver.take();
          assertThat(handle.get().left).as("what the other thread wrote").isEven();
          handle.close();
        }
      }
    });
    assertThat(pool.stats().inUse()).isZero();
    assertThat(pool.stats().created()).isLessThanOrEqualTo(4);
  }

  @Test
  void twoReleasesThatRace_areOneRelease() throws Exception {
    ObjectPool<Guarded> pool = new ObjectPool<>("p", PoolPolicy.failing(2), new Guards());
    for (int round = 0; round < 500; round++) {
      PoolHandle<Guarded> handle = pool.acquire();
      AtomicInteger detected = new AtomicInteger();
      threads.run(thread -> {
        try {
          handle.close();
        } catch (IllegalStateException twice) {
          detected.incrementAndGet();
        }
      });
      assertThat(detected).hasValue(THREADS - 1);
      assertThat(pool.stats().inUse()).isZero();
    }
  }

  @Test
  void waitingCaller_getsTheObjectThatComesBack() throws Exception {
    ObjectPool<Guarded> pool = new ObjectPool<>("p", PoolPolicy.waiting(1, 30_000), new Guards());
    PoolHandle<Guarded> only = pool.acquire();
    Guarded object = only.get();
    Thread waiting = new Thread(() -> {
      try (PoolHandle<Guarded> handle = pool.acquire()) {
        handle.get().left = handle.get().equals(object) ? 1 : 2;
        handle.get().users.set(handle.get().left);
      }
    });
    waiting.start();
    while (waiting.getState() != Thread.State.TIMED_WAITING) {
      assertThat(waiting.isAlive()).isTrue();
      Thread.onSpinWait();
    }
    only.close();
    waiting.join(10_000);
    assertThat(object.users).hasValue(1);
    assertThat(object.left).isZero();
  }

  @Test
  void waitThatEndsWithoutAnObject_fails_andSoDoesAnInterruptedOne() {
    ObjectPool<Guarded> pool = new ObjectPool<>("p", PoolPolicy.waiting(1, 1), new Guards());
    PoolHandle<Guarded> only = pool.acquire();
    assertThatThrownBy(pool::acquire).isInstanceOf(PoolExhaustedException.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(pool::acquire).isInstanceOf(PoolExhaustedException.class);
    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    only.close();
    assertThat(pool.acquire().get()).isNotNull();
  }

  @Test
  void slots_areNeverHandedOutTwice() throws Exception {
    SlotStack stack = new SlotStack(3);
    AtomicIntegerArray taken = new AtomicIntegerArray(3);
    threads.run(thread -> {
      for (int i = 0; i < CYCLES; i++) {
        int slot = stack.pop();
        if (slot != SlotStack.EMPTY) {
          assertThat(taken.incrementAndGet(slot)).isEqualTo(1);
          taken.decrementAndGet(slot);
          stack.push(slot);
        }
      }
    });
    assertThat(new int[] {stack.pop(), stack.pop(), stack.pop()})
        .containsExactlyInAnyOrder(0, 1, 2);
    assertThat(stack.pop()).isEqualTo(SlotStack.EMPTY);
  }

  private static void use(Guarded guarded, int thread) {
    assertThat(guarded.users.incrementAndGet()).isEqualTo(1);
    assertThat(guarded.left).as("left by another").isZero();
    guarded.left = 2 * thread + 2;
    guarded.users.decrementAndGet();
  }
}
