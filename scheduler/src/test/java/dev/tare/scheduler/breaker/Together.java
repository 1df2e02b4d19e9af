package dev.tare.scheduler.breaker;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that start a piece of work at the same moment, for tests of races. */
public final class Together implements AutoCloseable {
  private static final int TIME_LIMIT_SECONDS = 60;

  private final ExecutorService threads;
  private final int size;

  public Together(int size) {
    this.size = size;
    this.threads = Executors.newFixedThreadPool(size);
  }

  /** One thread's share; threads are numbered from 0. */
  @FunctionalInterface
  public interface Part {
    void run(int thread) throws Exception;
  }

  /** Runs the part once a thread, waits, and throws what the first that failed threw. */
  public void run(Part part) throws Exception {
    CyclicBarrier start = new CyclicBarrier(size);
    List<Callable<Boolean>> parts = new ArrayList<>();
    for (int t = 0; t < size; t++) {
      int thread = t;
      parts.add(() -> {
        start.await(TIME_LIMIT_SECONDS, TimeUnit.SECONDS);
        part.run(thread);
        return true;
      });
    }
    for (Future<Boolean> done : threads.invokeAll(parts, TIME_LIMIT_SECONDS, TimeUnit.SECONDS)) {
      try {
        done.get();
      } catch (ExecutionException failed) {
        throw new AssertionError(failed.getCause());
      }
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        throw new AssertionError("threads do not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
