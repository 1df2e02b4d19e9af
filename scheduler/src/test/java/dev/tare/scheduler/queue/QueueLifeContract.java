package dev.tare.scheduler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.message.Message;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link MessageQueue} does with queues: full, purged, deleted,
 * unknown.
 */
public abstract class QueueLifeContract extends QueueFixture {

  @Test
  void fullQueue_refusesWithATypedError() {
    fill();

    assertThatThrownBy(() -> publish(99))
        .isInstanceOfSatisfying(
            QueueFullException.class,
            full -> assertThat(full.isRetryable()).as("retryable").isTrue())
        .hasMessageStartingWith("queue status is full");
    assertThat(queue.size(QUEUE)).isEqualTo(CAPACITY);

    queue.ack(consumeOne());
    publish(99);
  }

  @Test
  void batchThatDoesNotFit_publishesNothing() {
    fill();
    queue.ack(consumeOne());

    assertThatThrownBy(() -> queue.publishAll(QUEUE, List.of(message(98), message(99))))
        .isInstanceOf(QueueFullException.class);
    assertThat(queue.size(QUEUE)).isEqualTo(CAPACITY - 1);
  }

  @Test
  void batchThatNeverFits_isRefused() {
    List<Message> batch = new ArrayList<>();
    for (int i = 0; i <= CAPACITY; i++) {
      batch.add(message(i));
    }

    assertThatThrownBy(() -> queue.publishAll(QUEUE, batch))
        .isInstanceOf(ValidationException.class);
  }

  @Test
  void purge_removesDeliveredMessagesToo() {
    publish(1);
    publish(2);
    publish(3);
    queue.nack(consumeOne(), false);
    Delivery held = consumeOne();

    assertThat(queue.purge(QUEUE)).isEqualTo(2);
    assertThat(queue.size(QUEUE)).isZero();
    assertThat(queue.ack(held)).isFalse();
    assertThat(queue.purge(QUEUE)).isZero();
    assertThat(queue.size(QUEUE.deadLetters())).as("dead letters stay").isEqualTo(1);
    assertThat(queue.purge(QUEUE.deadLetters())).isEqualTo(1);
    fill();
  }

  @Test
  void unknownQueue_isNotFound() {
    QueueName unknown = QueueName.of("unknown");
    List<Delivery> into = new ArrayList<>();

    for (QueueName name : List.of(unknown, unknown.deadLetters())) {
      assertNotFound(name, () -> queue.consume(name, 1, into));
      assertNotFound(name, () -> queue.size(name));
      assertNotFound(name, () -> queue.purge(name));
    }
    assertNotFound(unknown, () -> queue.publish(unknown, message(1)));
    assertNotFound(unknown, () -> queue.publishAll(unknown, List.of(message(1))));
    assertThat(queue.delete(unknown)).isFalse();
  }

  @Test
  void createdQueue_staysAsItIs() {
    publish(1);

    assertThat(queue.create(QueueName.of("status"))).isFalse();
    assertThat(ids(consume(9))).containsExactly(1L);
  }

  @Test
  void deletedQueue_isGoneWithItsMessages() {
    publish(1);
    publish(2);
    queue.nack(consumeOne(), false);
    Delivery held = consumeOne();

    assertThat(queue.delete(QUEUE)).isTrue();
    assertThat(queue.delete(QUEUE)).isFalse();
    assertThat(queue.ack(held)).isFalse();
    assertNotFound(QUEUE, () -> queue.publish(QUEUE, message(3)));

    assertThat(queue.create(QUEUE)).isTrue();
    assertThat(queue.size(QUEUE)).isZero();
    assertThat(queue.size(QUEUE.deadLetters())).isZero();
    publish(4);
    assertThat(queue.ack(held)).as("of the queue before").isFalse();
    assertThat(ids(consume(9))).containsExactly(4L);
  }

  @Test
  void deadLetters_areFilledByTheirQueueAlone() {
    QueueName dead = QUEUE.deadLetters();

    assertThatThrownBy(() -> queue.publish(dead, message(1)))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> queue.publishAll(dead, List.of(message(1))))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> queue.create(dead)).isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> queue.delete(dead)).isInstanceOf(ValidationException.class);
  }

  @Test
  void queues_areApart() {
    QueueName other = QueueName.of("control");
    queue.create(other);
    publish(1);
    queue.publish(other, message(2));

    assertThat(ids(consume(9))).containsExactly(1L);
    assertThat(queue.purge(other)).isEqualTo(1);
    assertThat(queue.size(QUEUE)).isEqualTo(1);
  }

  private static void assertNotFound(QueueName name, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(NotFoundException.class)
        .hasMessage("no queue has the name " + name);
  }
}
