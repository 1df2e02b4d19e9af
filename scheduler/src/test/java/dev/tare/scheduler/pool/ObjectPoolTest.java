package dev.tare.scheduler.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ObjectPoolTest {
  private final Buffers buffers = new Buffers();
  private final ObjectPool<Buffer> pool =
      new ObjectPool<>("buffers", PoolPolicy.failing(2), buffers);

  /** Something that a user fills. */
  private static final class Buffer {
    private byte[] bytes = new byte[16];
    private int length;
    private @Nullable String owner;

    void write(String user, int... values) {
      owner = user;
      for (int value : values) {
        if (length == bytes.length) {
          bytes = Arrays.copyOf(bytes, 2 * length);
        }
        bytes[length++] = (byte) value;
      }
    }

    boolean isClean() {
      boolean zero = true;
      for (byte each : bytes) {
        zero &= each == 0;
      }
      return zero && length == 0 && owner == null;
    }
  }

  private static final class Buffers implements Recycler<Buffer> {
    private @Nullable RuntimeException fault;

    @Override
    public Buffer create() {
      if (fault != null) {
        throw fault;
      }
      return new Buffer();
    }

    @Override
    public boolean clear(Buffer buffer) {
      if (fault != null) {
        throw fault;
      }
      Arrays.fill(buffer.bytes, 0, buffer.length, (byte) 0);
      buffer.length = 0;
      buffer.owner = null;
      return buffer.bytes.length <= 16;
    }
  }

  @Test
  void releasedObject_isLentAgain() {
    Buffer first;
    try (PoolHandle<Buffer> handle = pool.acquire()) {
      first = handle.get();
    }
    try (PoolHandle<Buffer> handle = pool.acquire()) {
      assertThat(handle.get()).isSameAs(first);
    }
    assertThat(pool.stats()).isEqualTo(new PoolStats(1, 1, 0, 0, 1));
  }

  @Test
  void latestReleased_isLentFirst() {
    PoolHandle<Buffer> one = pool.acquire();
    PoolHandle<Buffer> two = pool.acquire();
    Buffer latest = one.get();
    two.close();
    one.close();
    assertThat(pool.acquire().get()).isSameAs(latest);
  }

  @Test
  void objectsInUse_areNeverLentTwice() {
    PoolHandle<Buffer> one = pool.acquire();
    PoolHandle<Buffer> two = pool.acquire();
    assertThat(one.get()).isNotSameAs(two.get());
    assertThat(pool.stats()).isEqualTo(new PoolStats(2, 0, 0, 2, 0));
  }

  @Test
  void nothingOfTheLastUser_isLeft_neitherInUseNorIdle() {
    PoolHandle<Buffer> handle = pool.acquire();
    Buffer buffer = handle.get();
    buffer.write("alice", 1, 2, 3);
    assertThat(buffer.isClean()).isFalse();
    handle.close();
    assertThat(buffer.isClean()).as("while idle").isTrue();
    assertThat(pool.acquire().get().isClean()).as("for the next").isTrue();
  }

  @Test
  void secondRelease_isDetected_andTheNextUserKeepsTheObject() {
    PoolHandle<Buffer> early = pool.acquire();
    early.close();
    PoolHandle<Buffer> next = pool.acquire();
    Buffer lent = next.get();
    assertThatThrownBy(early::close)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("released twice: the object is back in pool buffers");
    assertThat(next.get()).isSameAs(lent);
    assertThat(pool.stats().inUse()).isEqualTo(1);
    assertThat(pool.acquire().get()).isNotSameAs(lent);
  }

  @Test
  void useAfterRelease_isDetected_thoughSomebodyElseHasTheObject() {
    PoolHandle<Buffer> early = pool.acquire();
    early.close();
    assertThatThrownBy(early::get).isInstanceOf(IllegalStateException.class);
    PoolHandle<Buffer> next = pool.acquire();
    assertThat(next.get()).isNotNull();
    assertThatThrownBy(early::get)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("use after release: the object is back in pool buffers");
  }

  @Test
  void closedHandle_canBeFilledAgain_butNotOneThatHoldsAnObject() {
    PoolHandle<Buffer> mine = pool.acquire();
    assertThatThrownBy(() -> pool.acquire(mine))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("still");
    assertThat(pool.stats().inUse()).isEqualTo(1);
    mine.close();
    assertThat(pool.acquire(mine)).isSameAs(mine);
    assertThat(mine.get()).isNotNull();
  }

  @Test
  void handleOfAnotherPool_isRefused() {
    ObjectPool<Buffer> other = new ObjectPool<>("other", PoolPolicy.failing(1), buffers);
    PoolHandle<Buffer> foreign = other.acquire();
    foreign.close();
    assertThatThrownBy(() -> pool.acquire(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the handle is not one of pool buffers");
  }

  @Test
  void exhaustedPool_failsAtOnce_andLendsAgainAfterARelease() {
    PoolHandle<Buffer> one = pool.acquire();
    pool.acquire();
    assertThatThrownBy(pool::acquire)
        .isInstanceOfSatisfying(
            PoolExhaustedException.class, full -> assertThat(full.isRetryable()).isTrue())
        .hasMessageStartingWith("all 2 objects of pool buffers are in use");
    one.close();
    assertThat(pool.acquire().get()).isNotNull();
    assertThat(pool.stats()).isEqualTo(new PoolStats(2, 1, 0, 2, 0));
  }

  @Test
  void overflowingPool_lendsExtraObjects_andDiscardsThem() {
    ObjectPool<Buffer> wide = new ObjectPool<>("wide", PoolPolicy.overflowing(2), buffers);
    List<PoolHandle<Buffer>> handles = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      handles.add(wide.acquire());
    }
    assertThat(handles).extracting(PoolHandle::get).doesNotHaveDuplicates();
    assertThat(wide.stats()).isEqualTo(new PoolStats(5, 0, 0, 5, 0));
    handles.forEach(PoolHandle::close);
    assertThat(wide.stats()).isEqualTo(new PoolStats(5, 0, 3, 0, 2));
    assertThatThrownBy(handles.get(4)::close).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void objectNotWorthKeeping_isDiscarded_andReplaced() {
    PoolHandle<Buffer> handle = pool.acquire();
    Buffer grown = handle.get();
    grown.write("bob", new int[17]);
    handle.close();
    assertThat(pool.stats()).isEqualTo(new PoolStats(1, 0, 1, 0, 0));
    assertThat(pool.acquire().get()).isNotSameAs(grown);
    assertThat(pool.acquire().get()).isNotNull();
  }

  @Test
  void objectThatCanNotBeCleared_isDiscarded() {
    PoolHandle<Buffer> handle = pool.acquire();
    Buffer dirty = handle.get();
    buffers.fault = new IllegalStateException("stuck");
    handle.close();
    buffers.fault = null;
    assertThat(pool.stats()).isEqualTo(new PoolStats(1, 0, 1, 0, 0));
    assertThat(pool.acquire().get()).isNotSameAs(dirty);
  }

  @Test
  void failedCreation_reachesTheCaller_andTakesNoPlace() {
    buffers.fault = new IllegalStateException("no memory");
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(pool::acquire).isSameAs(buffers.fault);
    }
    buffers.fault = null;
    pool.acquire();
    pool.acquire();
    assertThat(pool.stats()).isEqualTo(new PoolStats(2, 0, 0, 2, 0));
  }

  @Test
  void policy_refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> PoolPolicy.failing(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pool's maxSize is from 1 to 65536, not 0");
    assertThatThrownBy(() -> PoolPolicy.waiting(1, 0)).hasMessageContaining("waitMillis");
    assertThatThrownBy(() -> new PoolPolicy(1, PoolPolicy.Exhaustion.FAIL, 5))
        .hasMessageContaining("waitMillis");
  }
}
