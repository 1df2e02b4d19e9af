package dev.tare.scheduler.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.ManualClock;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.MessageBody;
import dev.tare.scheduler.message.TaskControl;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** A small queue, a clock to move, and the short words of the contracts. */
abstract class QueueFixture {
  static final QueueName QUEUE = QueueName.of("status");
  static final int CAPACITY = 10;
  static final int MAX_DELIVERIES = 3;
  static final Duration VISIBILITY = Duration.ofSeconds(30);
  static final QueueSettings SETTINGS =
      new QueueSettings(CAPACITY, 0, VISIBILITY.toMillis(), MAX_DELIVERIES);

  final ManualClock clock = ManualClock.at("2027-01-15T08:00:00Z");
  MessageQueue queue;

  /** The queue under test, without queues. */
  protected abstract MessageQueue newQueue(QueueSettings settings, Clock clock);

  @BeforeEach
  void startEmpty() {
    queue = newQueue(SETTINGS, clock);
    queue.create(QUEUE);
  }

  void fill() {
    for (int i = 1; i <= CAPACITY; i++) {
      publish(i);
    }
  }

  void publish(long id) {
    queue.publish(QUEUE, message(id));
  }

  List<Delivery> consume(int max) {
    List<Delivery> into = new ArrayList<>();
    queue.consume(QUEUE, max, into);
    return into;
  }

  List<Delivery> consumeDead(int max) {
    List<Delivery> into = new ArrayList<>();
    queue.consume(QUEUE.deadLetters(), max, into);
    return into;
  }

  Delivery consumeOne() {
    List<Delivery> one = consume(1);
    assertThat(one).hasSize(1);
    return one.get(0);
  }

  static List<Long> ids(List<Delivery> deliveries) {
    return deliveries.stream().map(delivery -> delivery.message().id()).toList();
  }

  static Message message(long id) {
    return message(id, new TaskControl(id, TaskControl.Action.CANCEL, "tester", 5));
  }

  static Message message(long id, MessageBody body) {
    return new Message(id, null, null, 5, 0, body);
  }
}
