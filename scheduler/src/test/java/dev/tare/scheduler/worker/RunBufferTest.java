package dev.tare.scheduler.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.listener.Signal;
import dev.tare.scheduler.model.ClaimedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunBufferTest {
  private static final long NEVER_NANOS = 30_000_000_000L;

  private final Signal signal = new Signal();
  private final RunBuffer buffer = new RunBuffer(16, signal);

  @Test
  void runs_areTakenInTheirOrder() {
    buffer.publish(runs(1, 3));

    assertThat(buffer.size()).isEqualTo(3);
    assertThat(ids(buffer.poll(), buffer.poll(), buffer.poll())).containsExactly(1L, 2L, 3L);
    assertThat(buffer.poll()).isNull();
    assertThat(buffer.taken()).isEqualTo(3);
  }

  @Test
  void ring_isFilledToItsCapacityAndNotBeyond() {
    buffer.publish(runs(1, 16));

    assertThatThrownBy(() -> buffer.publish(runs(17, 1))).hasMessage("no room for 1 runs");
    buffer.poll();
    buffer.publish(runs(17, 1));
    assertThat(buffer.size()).isEqualTo(16);
  }

  @Test
  void mark_wakesTheFillerWhenItIsPassed() {
    buffer.publish(runs(1, 10));
    buffer.wakeBelow(5);
    for (int taken = 0; taken < 5; taken++) {
      buffer.poll();
    }
    assertThat(signal.await(0)).as("five wait").isFalse();

    buffer.poll();

    assertThat(signal.await(0)).as("four wait").isTrue();
  }

  @Test
  void threadThatFindsNothing_wakesTheFillerAndIsWokenByIt() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<ClaimedRun> taken = thread.submit(buffer::take);
      assertThat(signal.await(NEVER_NANOS)).isTrue();
      assertThat(buffer.idle()).isEqualTo(1);

      buffer.publish(runs(7, 1));

      assertThat(ids(taken.get())).containsExactly(7L);
      assertThat(buffer.idle()).isZero();
    } finally {
      thread.shutdown();
    }
  }

  @Test
  void closedBuffer_endsThreadsAndKeepsWhatWaits() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Future<ClaimedRun> taken = thread.submit(buffer::take);
      signal.await(NEVER_NANOS);
      buffer.close();
      assertThat(taken.get()).isNull();

      buffer.publish(runs(1, 1));
      assertThat(buffer.take()).isNull();
      assertThat(ids(buffer.poll())).containsExactly(1L);
    } finally {
      thread.shutdown();
    }
  }

  @Test
  void everyRun_isTakenOnce_byWhicheverThread() throws Exception {
    int threads = 4;
    int total = 200_000;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<List<Long>>> takers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Callable<List<Long>> taker = () -> {
          List<Long> ids = new ArrayList<>();
          ClaimedRun run;
          while ((run = buffer.take()) != null) {
            ids.add(run.id());
          }
          return ids;
        };
        takers.add(pool.submit(taker));
      }
      for (long next = 1; next <= total; ) {
        int count = (int) Math.min(16 - buffer.size(), total - next + 1);
        buffer.publish(runs(next, count));
        next += count;
        buffer.wakeBelow(8);
        if (buffer.size() >= 8) {
          signal.await(1_000_000);
        }
      }
      while (buffer.size() > 0) {
        Thread.onSpinWait();
      }
      buffer.close();

      boolean[] seen = new boolean[total + 1];
      for (Future<List<Long>> taker : takers) {
        long last = 0;
        for (long id : taker.get()) {
          assertThat(id).as("in order for each thread").isGreaterThan(last);
          assertThat(seen[(int) id]).as("run %d once", id).isFalse();
          seen[(int) id] = true;
          last = id;
        }
      }
      assertThat(buffer.taken()).isEqualTo(total);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void publishingAndTaking_allocateNothing() {
    List<ClaimedRun> batch = runs(1, 8);

    assertThat(Allocated.bytesPerCall(1000, () -> {
          buffer.publish(batch);
          while (buffer.poll() != null) {
            buffer.forgetTaken();
          }
        }))
        .isZero();
  }

  private static List<ClaimedRun> runs(long first, int count) {
    List<ClaimedRun> runs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      runs.add(new ClaimedRun(first + i, 1, 1, 0, -1, 0, 0, null));
    }
    return runs;
  }

  private static List<Long> ids(@Nullable ClaimedRun... runs) {
    List<Long> ids = new ArrayList<>();
    for (ClaimedRun run : runs) {
      ids.add(Objects.requireNonNull(run).id());
    }
    return ids;
  }
}
