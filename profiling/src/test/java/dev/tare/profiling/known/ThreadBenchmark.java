package dev.tare.profiling.known;

import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Work that an operation has done by another thread. The handing over itself allocates nothing: a
 * field, and {@link LockSupport}.
 */
@State(Scope.Thread)
public class ThreadBenchmark {
  private Thread worker = new Thread(() -> {}, "known-worker");
  private volatile boolean wanted;
  private volatile boolean ended;
  private volatile Object made = "";

  /** Starts the worker. */
  @Setup(Level.Trial)
  public void start() {
    ended = false;
    worker = new Thread(this::work, "known-worker");
    worker.start();
  }

  /** Ends it. */
  @TearDown(Level.Trial)
  public void end() throws InterruptedException {
    ended = true;
    LockSupport.unpark(worker);
    worker.join();
  }

  /** {@code long[10]} by the worker: 16 + 80 = 96, whatever thread asked for it. */
  @Benchmark
  @Answer(96)
  public Object byAnotherThread() {
    wanted = true;
    LockSupport.unpark(worker);
    while (wanted) {
      Thread.onSpinWait();
    }
    return made;
  }

  /** 96 by the worker, and {@code int[2]} by the caller: 96 + 24. */
  @Benchmark
  @Answer(120)
  public Object byBoth() {
    Object others = byAnotherThread();
    return others == null ? others : new int[2];
  }

  private void work() {
    while (!ended) {
      if (wanted) {
        made = new long[10];
        wanted = false;
      } else {
        LockSupport.park(this);
      }
    }
  }
}
