package dev.tare.profiling.known;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Work that an operation has done by a virtual thread, from JDK 21 on. The JVM keeps no count for
 * such a thread: what it allocates is its carrier's. It waits by turning round, for to park would
 * put its stack into the heap.
 */
@State(Scope.Thread)
public class VirtualThreadBenchmark {
  private Thread worker = new Thread(() -> {}, "known-worker");
  private volatile boolean wanted;
  private volatile boolean ended;
  private volatile Object made = "";

  /** Starts the worker. */
  @Setup(Level.Trial)
  public void start() throws ReflectiveOperationException {
    ended = false;
    worker = VirtualThreads.start(this::work);
  }

  /** Ends it. */
  @TearDown(Level.Trial)
  public void end() throws InterruptedException {
    ended = true;
    worker.join();
  }

  /** {@code long[10]} by the worker: 16 + 80 = 96, whoever carries it; compact the same. */
  @Benchmark
  @Answer(96)
  public Object byAVirtualThread() {
    wanted = true;
    while (wanted) {
      Thread.onSpinWait();
    }
    return made;
  }

  /** 96 by the worker, and {@code int[2]} by the caller: 96 + 24; compact the same. */
  @Benchmark
  @Answer(120)
  public Object byBoth() {
    Object others = byAVirtualThread();
    return others == null ? others : new int[2];
  }

  private void work() {
    while (!ended) {
      if (wanted) {
        made = new long[10];
        wanted = false;
      } else {
        Thread.onSpinWait();
      }
    }
  }
}
