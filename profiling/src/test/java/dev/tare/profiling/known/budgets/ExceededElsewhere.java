package dev.tare.profiling.known.budgets;

import dev.tare.profiling.junit.AllocationBudget;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Budgets that other threads exceed. Run by the tests of the extension, not by the build. */
public class ExceededElsewhere {
  private final ExecutorService workers =
      Executors.newFixedThreadPool(1, task -> new Thread(task, "elsewhere-1"));
  private volatile Object sink = "";

  @AfterEach
  void stop() {
    workers.shutdown();
  }

  @Test
  @AllocationBudget(bytes = 4_000, threads = "elsewhere-")
  void ofWorkers() throws InterruptedException, ExecutionException {
    workers.submit(() -> sink = new int[1_000]).get();
  }

  @Test
  @AllocationBudget(bytes = 4_000, allThreads = true)
  void ofAllThreads() throws InterruptedException {
    Thread thread = new Thread(() -> sink = new int[1_000]);
    thread.start();
    thread.join();
  }

  @Test
  @AllocationBudget(bytes = 0, threads = "nobody")
  void ofNobody() {}

  @Override
  public String toString() {
    return "ExceededElsewhere " + sink;
  }
}
