package dev.tare.scheduler.worker.executor.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits, up to a deadline, for what processes do. */
final class Processes {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  private Processes() {}

  /** An execution in a thread of its own, and what it threw. */
  record Interrupted(Thread thread, Future<Throwable> failure) {}

  static Interrupted executeInThread(TaskExecutor executor, TaskExecutionContext context) {
    CompletableFuture<Throwable> failure = new CompletableFuture<>();
    Thread thread = new Thread(() -> {
      try {
        executor.execute(context);
        failure.completeExceptionally(new AssertionError("it was not interrupted"));
      } catch (Exception e) {
        failure.complete(e);
      }
    });
    thread.start();
    return new Interrupted(thread, failure);
  }

  static void awaitEnd(long pid) {
    await("process " + pid + " ends", () -> hasEnded(pid));
  }

  static long awaitNumber(Path file) throws IOException {
    await(file + " is there", () -> Files.exists(file));
    return Long.parseLong(Files.readString(file).strip());
  }

  /** Gone, or a zombie that nobody has collected yet. */
  private static boolean hasEnded(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
    } catch (IOException e) {
      return ProcessHandle.of(pid).isEmpty();
    }
  }

  private static void await(String what, BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime() - deadline).as(what).isNegative();
      LockSupport.parkNanos(1_000_000);
    }
  }
}
