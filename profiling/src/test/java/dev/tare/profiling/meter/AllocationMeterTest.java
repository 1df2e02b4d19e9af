package dev.tare.profiling.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Sizes here are the same in every layout: a long[n] is 16 + 8·n. */
class AllocationMeterTest {
  private static final int FIRST_WITH_VIRTUAL_THREADS = 21;

  private volatile Object sink = "";
  private int calls;

  @Test
  void figure_isExactToTheByte() {
    Allocation nothing = AllocationMeter.measure(() -> calls++);
    assertThat(nothing.bytes()).isZero();
    assertThat(nothing.isExact()).isTrue();
    Allocation array = AllocationMeter.measure(() -> sink = new long[10]);
    assertThat(array.bytes()).isEqualTo(96);
    assertThat(array.isExact()).isTrue();
    assertThat(array.rounds()).containsOnly(96.0).hasSize(5);
    assertThat(array.howTaken()).startsWith("40 runs in 5 rounds, the calling thread, ");
  }

  @Test
  void everyMeasurement_givesTheSame() {
    for (int i = 0; i < 200; i++) {
      assertThat(AllocationMeter.measure(() -> sink = new long[10]).rounds()).containsOnly(96.0);
    }
  }

  @Test
  void classesAndLambdas_areLinkedBeforeTheMeasurement() {
    // Stream stages and lambdas are linked in the first run, for some hundred kilobytes.
    Allocation stream =
        AllocationMeter.measure(() -> sink = Stream.of(1, 2, 3).map(each -> "x").toList());
    assertThat(stream.isExact()).isTrue();
    assertThat(stream.bytes()).isBetween(100.0, 1_000.0);
  }

  @Test
  void costOfSomeRuns_isNeitherMissedNorCalledExact() {
    assertThat(AllocationMeter.measure(() -> {
              if (calls++ % 2 == 0) {
                sink = new long[10];
              }
            })
            .bytes())
        .isEqualTo(48);
    List<Object> growing = new ArrayList<>();
    Allocation growth = AllocationMeter.measure(() -> growing.add(this));
    assertThat(growth.isExact()).isFalse();
    assertThat(growth.bytes()).isPositive();
    assertThat(growth.howTaken()).contains("the rounds differ, in bytes a run: ");
  }

  @Test
  void preparation_isNotCounted() {
    Deque<Object> queue = new ArrayDeque<>();
    Allocation removal = AllocationMeter.measure(
        Plan.usual(), () -> sink = queue.remove(), () -> queue.add(new long[100]));
    assertThat(removal.bytes()).isZero();
  }

  @Test
  void whatTheActionThrows_comesThrough() {
    assertThatThrownBy(() -> AllocationMeter.measure(() -> {
          throw new IOException("full");
        }))
        .isInstanceOf(IOException.class);
  }

  @Test
  void threadsThatEnd_countAmongAllThreads() throws InterruptedException {
    Allocation ofAll = AllocationMeter.measure(Plan.usual().in(Scope.allThreads()), () -> {
      Thread thread = new Thread(() -> sink = new long[1_000]);
      thread.start();
      thread.join();
    });
    // The thread and what it is made of come to less than a kilobyte.
    assertThat(ofAll.bytes()).isBetween(8_016.0, 9_040.0);
  }

  @Test
  void namedThreads_countAndOthersDoNot() throws Exception {
    ExecutorService workers =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "meter-test-1"));
    try {
      Action<Exception> action =
          () -> workers.submit(() -> sink = new long[1_000]).get();
      double named = AllocationMeter.measure(
              Plan.usual().in(Scope.threadsNamed("meter-test-")), action)
          .bytes();
      assertThat(named).isBetween(8_016.0, 8_316.0);
      assertThat(AllocationMeter.measure(action).bytes()).isLessThan(300);
    } finally {
      workers.shutdown();
    }
  }

  @Test
  void threadsThatCannotBeCounted_areAnError() {
    assertThatThrownBy(() -> AllocationMeter.measure(
            Plan.usual().in(Scope.threadsNamed("no-such-thread")), () -> calls++))
        .hasMessageContaining("no thread is named no-such-thread*");
    assertThatThrownBy(() -> Scope.threadsNamed()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Scope.threadsNamed("")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void virtualThread_isMeasuredWithAllThreads() throws Exception {
    @Nullable Method start = startVirtualThread();
    assertThat(start != null).isEqualTo(Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS);
    if (start == null) {
      return; // this JVM has none
    }
    CompletableFuture<Allocation> inside = new CompletableFuture<>();
    start.invoke(null, (Runnable)
        () -> inside.complete(AllocationMeter.measure(() -> sink = new long[100])));
    assertThat(inside.get().scope()).isEqualTo("all threads");
    assertThat(inside.get().bytes()).isEqualTo(816);

    Allocation ofMany = AllocationMeter.measure(Plan.usual().in(Scope.allThreads()), () -> {
      Thread thread = (Thread) start.invoke(null, (Runnable) () -> sink = new long[1_000]);
      thread.join();
    });
    assertThat(ofMany.bytes()).isBetween(8_016.0, 9_040.0);
  }

  private static @Nullable Method startVirtualThread() {
    try {
      return Thread.class.getMethod("startVirtualThread", Runnable.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
