package dev.tare.scheduler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.auth.ManualClock;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.TaskControl;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link MessageQueue} does when threads meet, and over long random
 * histories.
 */
public abstract class MessageQueueStressContract {
  private static final QueueName QUEUE = QueueName.of("stress");
  private static final long SOON_MILLIS = 10_000;

  /** The queue under test, without queues. */
  protected abstract MessageQueue newQueue(QueueSettings settings, Clock clock);

  /** How many messages each of the producers publishes. */
  protected int messagesPerProducer() {
    return 5_000;
  }

  /** How many random operations are compared with the model. */
  protected int randomOperations() {
    return 20_000;
  }

  @Test
  void concurrentProducersAndConsumers_loseNothingAndShareNothing() throws Exception {
    long seed = System.nanoTime();
    System.out.println("concurrentProducersAndConsumers seed=" + seed);
    int producers = 3;
    int total = producers * messagesPerProducer();
    MessageQueue queue =
        newQueue(new QueueSettings(64, SOON_MILLIS, SOON_MILLIS * 60, 5), Clock.systemUTC());
    queue.create(QUEUE);
    ConcurrentHashMap<Long, Long> seen = new ConcurrentHashMap<>();
    AtomicInteger acknowledged = new AtomicInteger();
    ExecutorService pool = Executors.newFixedThreadPool(2 * producers);
    try {
      List<Future<Void>> all = new ArrayList<>();
      for (int p = 0; p < producers; p++) {
        Random random = new Random(seed + p);
        long first = (long) p * messagesPerProducer();
        all.add(pool.submit(() -> produce(queue, first, random)));
        all.add(pool.submit(() -> consume(queue, total, seen, acknowledged, random)));
      }
      for (Future<Void> each : all) {
        each.get(60, TimeUnit.SECONDS);
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(acknowledged.get()).as("seed=%s", seed).isEqualTo(total);
    assertThat(seen).as("seed=%s", seed).hasSize(total);
    assertThat(queue.size(QUEUE)).isZero();
  }

  private Void produce(MessageQueue queue, long first, Random random) {
    long next = first;
    long end = first + messagesPerProducer();
    while (next < end) {
      int batch = (int) Math.min(end - next, 1 + random.nextInt(8));
      List<Message> messages = new ArrayList<>();
      for (int i = 0; i < batch; i++) {
        messages.add(message(next++));
      }
      if (batch == 1) {
        queue.publish(QUEUE, messages.get(0));
      } else {
        queue.publishAll(QUEUE, messages);
      }
    }
    return null;
  }

  private static Void consume(
      MessageQueue queue,
      int total,
      ConcurrentHashMap<Long, Long> seen,
      AtomicInteger acknowledged,
      Random random) {
    List<Delivery> deliveries = new ArrayList<>();
    while (acknowledged.get() < total) {
      deliveries.clear();
      if (queue.consume(QUEUE, 1 + random.nextInt(8), deliveries) == 0) {
        Thread.onSpinWait();
      }
      for (Delivery delivery : deliveries) {
        Message message = delivery.message();
        if (message.redeliveries() == 0 && random.nextInt(10) == 0) {
          assertThat(queue.nack(delivery, true)).isTrue();
        } else {
          assertThat(seen.put(message.id(), message.id())).as("message twice").isNull();
          assertThat(queue.ack(delivery)).isTrue();
          acknowledged.incrementAndGet();
        }
      }
    }
    return null;
  }

  @Test
  void waitingPublisher_goesOnWhenThereIsRoom() throws Exception {
    MessageQueue queue = newQueue(new QueueSettings(1, SOON_MILLIS, 60_000, 5), Clock.systemUTC());
    queue.create(QUEUE);
    queue.publish(QUEUE, message(1));
    Delivery held = consumeAll(queue).get(0);

    try (Waiting publisher = new Waiting(() -> queue.publish(QUEUE, message(2)))) {
      publisher.awaitWaiting();
      assertThat(queue.ack(held)).isTrue();
      publisher.join();
    }

    assertThat(consumeAll(queue)).hasSize(1);
  }

  @Test
  void waitingPublisher_givesUpWhenItIsInterrupted() throws Exception {
    MessageQueue queue = newQueue(new QueueSettings(1, SOON_MILLIS, 60_000, 5), Clock.systemUTC());
    queue.create(QUEUE);
    queue.publish(QUEUE, message(1));

    try (Waiting publisher = new Waiting(() -> {
      assertThatThrownBy(() -> queue.publish(QUEUE, message(2)))
          .isInstanceOf(QueueFullException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    })) {
      publisher.awaitWaiting();
      publisher.interrupt();
      publisher.join();
    }

    assertThat(queue.size(QUEUE)).isEqualTo(1);
  }

  @Test
  void waitingPublisher_isToldThatItsQueueIsGone() throws Exception {
    MessageQueue queue = newQueue(new QueueSettings(1, SOON_MILLIS, 60_000, 5), Clock.systemUTC());
    queue.create(QUEUE);
    queue.publish(QUEUE, message(1));

    try (Waiting publisher =
        new Waiting(() -> assertThatThrownBy(() -> queue.publish(QUEUE, message(2)))
            .isInstanceOf(NotFoundException.class))) {
      publisher.awaitWaiting();
      queue.delete(QUEUE);
      publisher.join();
    }
  }

  @Test
  void publisherWithoutRoom_waitsAsLongAsItMay() {
    MessageQueue queue = newQueue(new QueueSettings(1, 50, 60_000, 5), Clock.systemUTC());
    queue.create(QUEUE);
    queue.publish(QUEUE, message(1));
    long started = System.nanoTime();

    assertThatThrownBy(() -> queue.publish(QUEUE, message(2)))
        .isInstanceOf(QueueFullException.class);

    assertThat(System.nanoTime() - started).isGreaterThanOrEqualTo(50_000_000);
  }

  @Test
  void randomHistory_agreesWithTheModel() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    QueueSettings settings = new QueueSettings(12, 0, 100, 3);
    ManualClock clock = ManualClock.at("2027-01-15T08:00:00Z");
    MessageQueue queue = newQueue(settings, clock);
    queue.create(QUEUE);
    QueueComparison comparison =
        new QueueComparison(queue, new QueueModel(settings), QUEUE, random, clock);
    for (int i = 0; i < randomOperations(); i++) {
      try {
        comparison.step();
      } catch (AssertionError e) {
        throw new AssertionError("seed=" + seed + ", operation " + i + ": " + e.getMessage(), e);
      }
      if (random.nextInt(3) == 0) {
        clock.advance(Duration.ofMillis(random.nextInt(60)));
      }
    }
  }

  static List<Delivery> consumeAll(MessageQueue queue) {
    List<Delivery> into = new ArrayList<>();
    queue.consume(QUEUE, 1_000, into);
    return into;
  }

  static Message message(long id) {
    return new Message(
        id, null, null, 5, 0, new TaskControl(id, TaskControl.Action.PAUSE, "tester", 5));
  }

  /** A thread that is expected to wait; what it throws is thrown by {@link #join}. */
  private static final class Waiting implements AutoCloseable {
    private final FutureTask<Void> result;
    private final Thread thread;

    Waiting(Runnable body) {
      result = new FutureTask<>(body, null);
      thread = new Thread(result, "publisher");
      thread.start();
    }

    void awaitWaiting() {
      long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SOON_MILLIS);
      while (thread.getState() != Thread.State.TIMED_WAITING) {
        assertThat(System.nanoTime() - deadline).as("time until it waits").isNegative();
        Thread.onSpinWait();
      }
    }

    void interrupt() {
      thread.interrupt();
    }

    void join() throws Exception {
      result.get(SOON_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      thread.interrupt();
    }
  }
}
