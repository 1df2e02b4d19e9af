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
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A message through a queue in memory: published, consumed, acknowledged. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class QueueBenchmark implements Digested {
  private static final QueueName QUEUE = QueueName.of("executions");
  private static final long SEED = 42;

  @Param
  Variant variant;

  /** Bytes of parameters in a message. */
  @Param({"200", "4000"})
  int payload;

  private MessageQueue queue;
  private Message message;
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
  }

  /** One message, all the way. */
  @Benchmark
  public Message publishConsumeAck() {
    queue.publish(QUEUE, message);
    deliveries.clear();
    queue.consume(QUEUE, 1, deliveries);
    Delivery delivery = deliveries.get(0);
    Message received = delivery.message();
    queue.ack(delivery);
    return received;
  }

  @Override
  public long digest() {
    long digest = 0;
    for (int i = 0; i < 5; i++) {
      digest = 31 * digest + publishConsumeAck().hashCode();
      digest = 31 * digest + queue.size(QUEUE);
    }
    return digest;
  }
}
