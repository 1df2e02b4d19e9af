package dev.tare.profiling.known;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Where objects come from: a test finds the lines by their last words, {@code // at NAME}. */
@State(Scope.Thread)
public class SiteBenchmark {
  private final int[] ints = {1, 2};

  /** A benchmark that has a line of its own for its one object. */
  @Benchmark
  @Answer(24)
  public int[] oneSite() {
    return new int[2]; // at one
  }

  /** 24 + 2·16 at three lines, and 16 + 3·4 = 28, aligned 32, that the JDK allocates for a call. */
  @Benchmark
  @Answer(88)
  public void severalSites(Blackhole blackhole) {
    blackhole.consume(new int[2]); // at first
    blackhole.consume(new Object()); // at second
    helper(blackhole);
    blackhole.consume(Arrays.copyOf(ints, 3)); // at copy
  }

  private static void helper(Blackhole blackhole) {
    blackhole.consume(new Object()); // at helper
  }

  /** Hands work to a thread that allocates. */
  @Benchmark
  @Answer(40)
  public int otherThread() {
    return Helper.work();
  }

  /** The same, and now that thread is older than the recording of this row. */
  @Benchmark
  @Answer(40)
  public int otherThreadAgain() {
    return Helper.work();
  }

  /** A thread that allocates 16 + 3·8 = 40 for each order. */
  private static final class Helper {
    private static final Thread THREAD = new Thread(Helper::run, "helper");

    private static volatile long[] kept = {};
    private static volatile int orders;
    private static volatile int done;
    private static volatile Thread caller = Thread.currentThread();

    static {
      THREAD.setDaemon(true);
      THREAD.start();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one benchmark thread
    static int work() {
      int order = orders + 1;
      caller = Thread.currentThread();
      orders = order;
      LockSupport.unpark(THREAD);
      while (done != order) {
        LockSupport.park();
      }
      return kept.length;
    }

    private static void run() {
      while (true) {
        int order = orders;
        if (done == order) {
          LockSupport.park();
        } else {
          kept = new long[3]; // at helperThread
          done = order;
          LockSupport.unpark(caller);
        }
      }
    }
  }
}
