package dev.tare.benchmarks.load.queue;

import dev.tare.profiling.meter.AllocatedBytes;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.TaskExecution;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Messages through one queue: some threads publish, one consumes, reads and acknowledges. */
final class Throughput {
  private static final QueueName QUEUE = QueueName.of("load");
  private static final int CONSUMED = 100;
  private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(50);
  private static final long STALLED_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long SEED = 42;

  private final MessageQueue queue;
  private final int producers;
  private final int messages;
  private final List<Message> batch;
  private final int payload;

  /**
   * What a round gave.
   *
   * @param perSecond messages a second, from the first publish to the last acknowledgement
   * @param bytes allocated by all threads, a message
   */
  record Figures(double perSecond, double bytes) {}

  Throughput(MessageQueue queue, int payload, int producers, int messages, int batchSize) {
    this.queue = queue;
    this.payload = payload;
    this.producers = producers;
    this.messages = messages;
    byte[] parameters = new byte[payload];
    new Random(SEED).nextBytes(parameters);
    TaskExecution execution =
        new TaskExecution(7, 1, 3, "http", Bytes.of(parameters), 300, 0, -1, 0);
    this.batch = Collections.nCopies(
        batchSize, new Message(11, "order-4711", null, 1_800_000_000_000L, 0, execution));
    queue.create(QUEUE);
  }

  /** One round; leaves the queue empty. */
  Figures round() throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(producers + 1);
    try {
      long bytes = AllocatedBytes.total();
      long began = System.nanoTime();
      List<Future<?>> ends = new ArrayList<>();
      ends.add(threads.submit((Callable<Void>) this::consume));
      for (int i = 0; i < producers; i++) {
        int share = messages / producers + (i < messages % producers ? 1 : 0);
        ends.add(threads.submit(() -> publish(share)));
      }
      for (Future<?> end : ends) {
        end.get();
      }
      long nanos = System.nanoTime() - began;
      double allocated = AllocatedBytes.total() - bytes;
      return new Figures(messages * 1e9 / nanos, allocated / messages);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a queue under load failed: " + e.getCause(), e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private void publish(int share) {
    for (int left = share; left > 0; left -= batch.size()) {
      if (batch.size() == 1) {
        queue.publish(QUEUE, batch.get(0));
      } else {
        queue.publishAll(QUEUE, left < batch.size() ? batch.subList(0, left) : batch);
      }
    }
  }

  private Void consume() throws InterruptedException {
    List<Delivery> deliveries = new ArrayList<>(CONSUMED);
    int left = messages;
    long since = System.nanoTime();
    while (left > 0) {
      deliveries.clear();
      int consumed = queue.consume(QUEUE, CONSUMED, deliveries);
      if (consumed == 0) {
        LockSupport.parkNanos(LOOK_NANOS);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        if (System.nanoTime() - since > STALLED_NANOS) {
          throw new IllegalStateException("no message has come for a minute, " + left + " are due");
        }
        continue;
      }
      for (Delivery delivery : deliveries) {
        TaskExecution execution = (TaskExecution) delivery.message().body();
        if (execution.parameters().length() != payload) {
          throw new IllegalStateException("a message has lost its payload");
        }
      }
      left -= queue.ackAll(deliveries);
      since = System.nanoTime();
    }
    return null;
  }
}
