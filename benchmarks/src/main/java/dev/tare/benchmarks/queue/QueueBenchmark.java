package dev.tare.benchmarks.queue;

import dev.tare.benchmarks.Digested;
import dev.tare.benchmarks.Variant;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.TaskExecution;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.MemoryMessageQueue;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueName;
import dev.tare.scheduler.queue.QueueSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Messages through a queue in memory. Each call leaves the queue as it found it: what a single
 * operation costs is the difference of two rows.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueBenchmark implements Digested {
  private static final QueueName QUEUE = QueueName.of("executions");
  private static final long SEED = 42;
  private static final int BATCH = 10;

  @Param
  Variant variant;

  /** Bytes of parameters in a message. */
  @Param({"0", "200", "4096"})
  int payload;

  private MessageQueue queue;
  private Message message;
  private List<Message> batch;
  private List<Delivery> deliveries;

  /** Makes the queue and a message of fixed content. */
  @Setup
  public void open() {
    queue = variant == Variant.LEAN
        ? new MemoryMessageQueue(QueueSettings.DEFAULT, Clock.systemUTC())
        : new CopyingMessageQueue(QueueSettings.DEFAULT, Clock.systemUTC());
    queue.create(QUEUE);
    deliveries = new ArrayList<>();
    byte[] parameters = new byte[payload];
    new Random(SEED).nextBytes(parameters);
    TaskExecution execution =
        new TaskExecution(7, 1, 3, "http", Bytes.of(parameters), 300, 0, -1, 0);
    message = new Message(11, "order-4711", null, 1_800_000_000_000L, 0, execution);
    batch = Collections.nCopies(BATCH, message);
  }

  /** One message that nobody consumes. */
  @Benchmark
  public long publishPurge() {
    queue.publish(QUEUE, message);
    return queue.purge(QUEUE);
  }

  /** One message, all the way. */
  @Benchmark
  public Message publishConsumeAck() {
    queue.publish(QUEUE, message);
    Delivery delivery = consume();
    Message received = delivery.message();
    queue.ack(delivery);
    return received;
  }

  /** One message that its first consumer gives back. */
  @Benchmark
  public Message publishConsumeNackConsumeAck() {
    queue.publish(QUEUE, message);
    queue.nack(consume(), true);
    Delivery again = consume();
    Message received = again.message();
    queue.ack(again);
    return received;
  }

  /** Ten messages at once, all the way. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public Message publishConsumeAckAll() {
    queue.publishAll(QUEUE, batch);
    deliveries.clear();
    queue.consume(QUEUE, BATCH, deliveries);
    Message last = message;
    for (int i = 0; i < deliveries.size(); i++) {
      last = deliveries.get(i).message();
    }
    queue.ackAll(deliveries);
    return last;
  }

  private Delivery consume() {
    deliveries.clear();
    queue.consume(QUEUE, 1, deliveries);
    return deliveries.get(0);
  }

  @Override
  public long digest() {
    long digest = 0;
    for (int i = 0; i < 5; i++) {
      digest = 31 * digest + publishPurge();
      digest = 31 * digest + publishConsumeAck().hashCode();
      digest = 31 * digest + publishConsumeNackConsumeAck().hashCode();
      digest = 31 * digest + publishConsumeAckAll().hashCode();
      digest = 31 * digest + queue.size(QUEUE);
    }
    return digest;
  }
}
