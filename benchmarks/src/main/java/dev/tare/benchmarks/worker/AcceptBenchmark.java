package dev.tare.benchmarks.worker;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.model.worker.Worker;
import dev.tare.scheduler.model.worker.WorkerStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whether a worker can take a run of a type. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AcceptBenchmark implements Digested {
  private static final int TYPES = 32;

  @Param
  Variant variant;

  private Worker lean;
  private CopyingWorker copying;
  private List<String> names;
  private int next;

  /** A worker that takes every other type. */
  @Setup
  public void open() {
    names = new ArrayList<>();
    int[] ids = new int[TYPES / 2];
    List<String> taken = new ArrayList<>();
    for (int type = 0; type < TYPES; type++) {
      names.add("type-" + type);
      if (type % 2 == 0) {
        ids[taken.size()] = type + 1;
        taken.add(names.get(type));
      }
    }
    lean = new Worker(
        "worker-1", "host", "127.0.0.1", TypeSet.of(ids), 4, 1, WorkerStatus.ALIVE, 1, 1);
    copying = new CopyingWorker("worker-1", taken, 4, 1, WorkerStatus.ALIVE);
    next = 0;
  }

  /** One question, about the next type. */
  @Benchmark
  public boolean canAccept() {
    int type = next;
    next = (next + 1) % TYPES;
    return variant == Variant.LEAN ? lean.canAccept(type + 1) : copying.canAccept(names.get(type));
  }

  @Override
  public long digest() {
    long digest = 0;
    for (int i = 0; i < 2 * TYPES; i++) {
      digest = 31 * digest + (canAccept() ? 1 : 0);
    }
    return digest;
  }
}
