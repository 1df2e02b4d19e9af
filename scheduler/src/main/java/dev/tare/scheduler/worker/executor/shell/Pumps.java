package dev.tare.scheduler.worker.executor.shell;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that read what processes print: two a process, for a read of a pipe can neither be
 * interrupted nor wait for two streams. They end by themselves when they are idle.
 */
final class Pumps {
  private final ThreadPoolExecutor threads;

  Pumps(int mostProcesses) {
    threads = new ThreadPoolExecutor(
        0, 2 * mostProcesses, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
          Thread thread = new Thread(task, "tare-shell-output");
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Begins to read both streams.
   *
   * @return reaches 0 when both have ended
   * @throws RejectedExecutionException if too many are open
   */
  CountDownLatch start(Process process, Output out, Output err) {
    CountDownLatch open = new CountDownLatch(2);
    threads.execute(new Pump(process.getInputStream(), out, open));
    threads.execute(new Pump(process.getErrorStream(), err, open));
    return open;
  }

  private record Pump(InputStream in, Output sink, CountDownLatch open) implements Runnable {
    @Override
    public void run() {
      try (in) {
        sink.readFrom(in);
      } catch (IOException e) {
        // the process was ended while its output was read: what came until then is kept
      } finally {
        open.countDown();
      }
    }
  }
}
