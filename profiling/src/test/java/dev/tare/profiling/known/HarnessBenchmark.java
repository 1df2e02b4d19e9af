package dev.tare.profiling.known;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** What JMH itself lets a benchmark ask for; {@code new int[2]} is 24 bytes, see elsewhere. */
public class HarnessBenchmark {

  /**
   * Threads of one benchmark allocate the same each: the figure is an operation's, not a round's.
   */
  @Benchmark
  @Threads(4)
  @Answer(24)
  public int[] fourThreads() {
    return new int[2];
  }

  /** As many threads as there are processors; JMH finds out how many. */
  @Benchmark
  @Threads(Threads.MAX)
  @Answer(24)
  public int[] asManyThreadsAsProcessors() {
    return new int[2];
  }

  /** One writer allocates 24, three readers nothing: 24 / 4 = 6 a call of the group. */
  @Benchmark
  @Group("uneven")
  @GroupThreads(1)
  @Answer(6)
  public int[] writer() {
    return new int[2];
  }

  /** See {@link #writer}. */
  @Benchmark
  @Group("uneven")
  @GroupThreads(3)
  public void reader(Blackhole blackhole) {
    blackhole.consume(1);
  }

  /** Ten operations a call, 24 each. */
  @Benchmark
  @OperationsPerInvocation(10)
  @Answer(24)
  public void tenOperations(Blackhole blackhole) {
    for (int i = 0; i < 10; i++) {
      blackhole.consume(new int[2]);
    }
  }

  /** 24 a call, an operation a fifth of it: 4.8. */
  @Benchmark
  @OperationsPerInvocation(5)
  @Answer(4.8)
  public int[] fifthOfAnArray() {
    return new int[2];
  }

  /** What its annotations say of mode and batches does not matter. */
  @Benchmark
  @BenchmarkMode({Mode.AverageTime, Mode.Throughput})
  @Answer(24)
  public int[] timed() {
    return new int[2];
  }

  /** Set-up of the trial and of iterations allocates a lot, the operation 24. */
  @State(Scope.Benchmark)
  public static class Prepared {
    private int[] kept = {};

    /** Once a run. */
    @Setup(Level.Trial)
    public void openTrial() {
      kept = new int[100_000];
    }

    /** Once an iteration. */
    @Setup(Level.Iteration)
    public void openIteration() {
      kept = new int[10_000];
    }

    /** Once an iteration. */
    @TearDown(Level.Iteration)
    public void closeIteration() {
      kept = new int[kept.length + 1];
    }
  }

  /** What is prepared once an iteration is the same for every batch, and cancels. */
  @Benchmark
  @Answer(24)
  public int[] preparedOnce(Prepared prepared) {
    return new int[prepared.kept.length > 0 ? 2 : 3];
  }

  /** Set-up around every call. */
  @State(Scope.Thread)
  public static class PreparedEachTime {
    private int[] kept = {};

    /** Before every call: 16 + 4·4 = 32. */
    @Setup(Level.Invocation)
    public void open() {
      kept = new int[4];
    }
  }

  /**
   * Set-up of a call is inseparable from the call, for JMH's own allocation profiler too: 32 + 24.
   */
  @Benchmark
  @Answer(56)
  public int[] preparedEachTime(PreparedEachTime prepared) {
    return new int[prepared.kept.length / 2];
  }

  /** A parameter. */
  @State(Scope.Thread)
  public static class Sized {
    /** Lengths whose arrays weigh 24 and 56. */
    @Param({"2", "10"})
    public int length;
  }

  /** 16 + 2·4 = 24, 16 + 10·4 = 56: a row for each value; the test knows. */
  @Benchmark
  @Answer(24)
  public int[] sized(Sized sized) {
    return new int[sized.length];
  }
}
