package dev.tare.scheduler.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.worker.Heartbeat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StateListenerTest {
  private static final ListenerSettings SETTINGS = new ListenerSettings(8, 4, 60_000, 1, 2);

  private final RecordedRuns runs = new RecordedRuns();
  private final List<Object> heartbeats = Collections.synchronizedList(new ArrayList<>());

  @Test
  void fullBatch_isDueAtOnce_aPartWaitsForTheDelay() {
    StateListener listener = listener(SETTINGS);
    assertThat(listener.nanosUntilDue()).isEqualTo(Long.MAX_VALUE);
    put(listener, 1, 3);
    assertThat(listener.nanosUntilDue()).isBetween(1L, TimeUnit.SECONDS.toNanos(60));

    put(listener, 4, 1);

    assertThat(listener.nanosUntilDue()).isZero();
  }

  @Test
  void part_isWrittenAfterTheDelay() {
    StateListener listener = listener(new ListenerSettings(8, 4, 1, 1, 2));
    listener.start();
    put(listener, 1, 1);

    await(() -> runs.runIds().equals(List.of(1L)));
    listener.close();
  }

  @Test
  void updates_areWrittenInTheirOrder_inBatches() {
    StateListener listener = listener(SETTINGS);
    put(listener, 1, 7);

    assertThat(listener.close(Duration.ofSeconds(10))).isZero();
    assertThat(runs.batches).extracting(List::size).containsExactly(4, 3);
    assertThat(runs.runIds()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(listener.accepted()).isEqualTo(7);
  }

  @Test
  void failedBatch_isKeptAndWrittenAgain() {
    StateListener listener = listener(SETTINGS);
    listener.start();
    runs.failuresToCome = 5;
    put(listener, 1, 4);

    await(() -> listener.accepted() == 4);
    assertThat(runs.batches).hasSize(1);
    assertThat(listener.close(Duration.ofSeconds(10))).isZero();
  }

  @Test
  void failureThatMayPass_isTheDrainersToSee() {
    StateListener listener = listener(SETTINGS);
    put(listener, 1, 2);
    runs.failuresToCome = 1;

    assertThatThrownBy(() -> listener.flush(runs.port()::complete))
        .isInstanceOf(StorageException.class);
    assertThat(listener.pending()).isEqualTo(2);
    listener.flush(runs.port()::complete);
    assertThat(runs.runIds()).containsExactly(1L, 2L);
  }

  @Test
  void fullBuffer_makesWhoBringsMoreWait_andRefusesAnOffer() throws Exception {
    StateListener listener = listener(SETTINGS);
    put(listener, 1, 8);
    assertThat(listener.offer(end(9))).isFalse();
    CountDownLatch begun = new CountDownLatch(1);
    CompletableFuture<Boolean> ninth = CompletableFuture.supplyAsync(() -> {
      begun.countDown();
      return listener.complete(end(9));
    });
    begun.await();
    assertThat(ninth).isNotDone();

    listener.flush(runs.port()::complete);

    assertThat(ninth.get()).isTrue();
    assertThat(listener.pending()).isEqualTo(5);
  }

  @Test
  void interruptWhileWaiting_isKept_andTheUpdateIsNotLost() throws Exception {
    StateListener listener = listener(SETTINGS);
    put(listener, 1, 8);
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread thread = new Thread(() -> {
      Thread.currentThread().interrupt();
      assertThat(listener.complete(end(9))).isTrue();
      interrupted.complete(Thread.interrupted());
    });
    thread.start();
    await(() -> thread.getState() == Thread.State.WAITING);

    listener.flush(runs.port()::complete);

    assertThat(interrupted.get()).isTrue();
    assertThat(listener.close(Duration.ofSeconds(10))).isZero();
    assertThat(runs.runIds()).contains(9L);
  }

  @Test
  void updateThatTheDatabaseRefuses_isRecordedAsAFailure_theRestIsWritten() {
    StateListener listener = listener(SETTINGS);
    runs.refused = completion -> completion.result() != null;
    put(listener, 1, 2);
    listener.complete(new Completion(3, 1, RunStatus.COMPLETED, 5, Bytes.of(new byte[] {1}), null));
    put(listener, 4, 1);

    listener.flush(runs.port()::complete);

    assertThat(runs.runIds()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(runs.batches.stream().flatMap(List::stream).filter(end -> end.runId() == 3))
        .containsExactly(new Completion(
            3,
            1,
            RunStatus.FAILED,
            5,
            null,
            "it ended as COMPLETED, but the database refused its result or error"));
    assertThat(listener.pending()).isZero();
  }

  @Test
  void updateThatCanNotBeWrittenAtAll_doesNotHoldTheOthersUp() {
    StateListener listener = listener(SETTINGS);
    runs.refused = completion -> completion.runId() == 2;
    put(listener, 1, 4);

    listener.flush(runs.port()::complete);

    assertThat(runs.runIds()).containsExactly(1L, 3L, 4L);
    assertThat(listener.pending()).isZero();
    assertThat(listener.superseded()).isEqualTo(1);
  }

  @Test
  void deadline_endsTheAttemptsAndSaysWhatIsLost() {
    StateListener listener = listener(SETTINGS);
    listener.start();
    runs.failuresToCome = Integer.MAX_VALUE;
    put(listener, 1, 3);

    assertThat(listener.close(Duration.ofMillis(50))).isEqualTo(3);
    assertThat(listener.complete(end(4))).as("closed").isFalse();
  }

  @Test
  void heartbeats_areWritten_theLatestOfEachWorker() {
    StateListener listener = listener(SETTINGS);
    listener.heartbeat(new Heartbeat("a", 1, 10));
    listener.heartbeat(new Heartbeat("b", 2, 11));
    listener.heartbeat(new Heartbeat("a", 3, 12));
    listener.heartbeat(new Heartbeat("a", 9, 9));
    listener.start();

    await(() -> heartbeats.size() == 2);
    assertThat(heartbeats)
        .containsExactlyInAnyOrder(new Heartbeat("a", 3, 12), new Heartbeat("b", 2, 11));
    listener.close();
  }

  @Test
  void updatesOfManyThreads_areAllWritten_whileTheDatabaseComesAndGoes() throws Exception {
    StateListener listener = listener(new ListenerSettings(64, 16, 1, 1, 2));
    listener.start();
    int threads = 4;
    int each = 5000;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> puts = new ArrayList<>();
    for (int t = 0; t < threads; t++) {
      long first = 1 + (long) t * each;
      puts.add(pool.submit(() -> put(listener, first, each)));
    }
    for (int outage = 0; outage < 5; outage++) {
      long before = listener.accepted();
      await(() -> listener.accepted() > before || listener.accepted() == (long) threads * each);
      runs.failuresToCome = 3;
    }
    for (Future<?> put : puts) {
      put.get();
    }
    pool.shutdown();

    assertThat(listener.close(Duration.ofSeconds(30))).isZero();
    assertThat(runs.runIds().stream().sorted())
        .containsExactlyElementsOf(
            LongStream.rangeClosed(1, (long) threads * each).boxed().toList());
  }

  @Test
  void takingInAndWriting_allocateNothing() {
    StateListener listener = listener(new ListenerSettings(1024, 500, 5, 1, 2));
    Completion end = end(1);
    BatchWriter writer = List::size;

    assertThat(Allocated.bytesPerCall(100, () -> {
          for (int i = 0; i < 500; i++) {
            listener.complete(end);
          }
          listener.flush(writer);
        }))
        .isZero();
  }

  @Test
  void wrongSettings_sayWhatToUse() {
    assertThatThrownBy(() -> new ListenerSettings(1, 2, 0, 1, 1))
        .hasMessageContaining("batch is 2 and its capacity 1");
    assertThatThrownBy(() -> new ListenerSettings(2, 1, 0, 2, 1))
        .hasMessageContaining("backoff 2 to 1 ms");
  }

  private StateListener listener(ListenerSettings settings) {
    return new StateListener(runs.port(), RecordedRuns.workers(heartbeats), settings);
  }

  private static void put(StateListener listener, long first, int count) {
    for (int i = 0; i < count; i++) {
      assertThat(listener.complete(end(first + i))).isTrue();
    }
  }

  private static Completion end(long runId) {
    return new Completion(runId, 1, RunStatus.COMPLETED, 5, null, null);
  }

  private static void await(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) { // the test's time limit ends it
      Thread.onSpinWait();
    }
  }
}
