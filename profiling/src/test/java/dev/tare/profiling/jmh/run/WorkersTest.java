package dev.tare.profiling.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class WorkersTest {

  @Test
  void workerThatWaitsForATask_isIdle() throws Exception {
    LinkedBlockingQueue<Integer> tasks = new LinkedBlockingQueue<>();
    Thread worker = start(() -> {
      try {
        tasks.take();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    });
    while (worker.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    Workers.awaitIdle();
    assertThat(Workers.isBusy(worker)).isFalse();
    tasks.add(1);
    worker.join();
    assertThat(Workers.isBusy(worker)).isFalse();
  }

  @Test
  void workerThatWaitsForALock_isBusy() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Thread worker;
    lock.lock();
    try {
      worker = start(() -> {
        lock.lock();
        try {
          Thread.onSpinWait();
        } finally {
          lock.unlock();
        }
      });
      while (worker.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      assertThat(LockSupport.getBlocker(worker)).isNotNull();
      assertThat(Workers.isBusy(worker)).isTrue();
    } finally {
      lock.unlock();
    }
    worker.join();
  }

  @Test
  void workerThatNeverWaits_isNotWaitedForLong() throws Exception {
    Thread worker = start(() -> {
      while (!Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
    });
    Workers.awaitIdle();
    assertThat(Workers.isBusy(worker)).isTrue();
    worker.interrupt();
    worker.join();
  }

  private static Thread start(Runnable body) {
    Thread worker = new Thread(body, "tare-jmh-worker-1");
    worker.setDaemon(true);
    worker.start();
    return worker;
  }
}
