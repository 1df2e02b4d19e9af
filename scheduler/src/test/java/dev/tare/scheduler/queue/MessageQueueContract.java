package dev.tare.scheduler.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.RandomMessages;
import dev.tare.scheduler.message.StatusUpdate;
import dev.tare.scheduler.message.TaskExecution;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link MessageQueue} does with messages, a thread at a time. */
public abstract class MessageQueueContract extends QueueFixture {

  @Test
  void message_arrivesWholly() {
    long seed = System.nanoTime();
    RandomMessages messages = new RandomMessages(seed);
    for (int i = 0; i < 50; i++) {
      Message message = messages.next();
      queue.publish(QUEUE, message);

      Delivery delivery = consumeOne();

      assertThat(delivery.message()).as("seed=%s", seed).isEqualTo(message);
      assertThat(queue.ack(delivery)).isTrue();
    }
  }

  @Test
  void messages_arriveInTheOrderOfPublishing() {
    publish(1);
    queue.publishAll(QUEUE, List.of(message(2), message(3), message(4)));
    publish(5);

    assertThat(ids(consume(2))).containsExactly(1L, 2L);
    assertThat(ids(consume(9))).containsExactly(3L, 4L, 5L);
    assertThat(consume(9)).isEmpty();
  }

  @Test
  void consume_addsToWhatTheCallerHas() {
    publish(1);
    publish(2);
    List<Delivery> into = new ArrayList<>();

    assertThat(queue.consume(QUEUE, 1, into)).isEqualTo(1);
    assertThat(queue.consume(QUEUE, 5, into)).isEqualTo(1);
    assertThat(queue.consume(QUEUE, 5, into)).isZero();

    assertThat(ids(into)).containsExactly(1L, 2L);
  }

  @Test
  void emptyBatches_doNothing() {
    queue.publishAll(QUEUE, List.of());

    assertThat(queue.ackAll(List.of())).isZero();
    assertThat(queue.size(QUEUE)).isZero();
  }

  @Test
  void consumeOfNothing_isRefused() {
    assertThatThrownBy(() -> consume(0)).isInstanceOf(ValidationException.class);
  }

  @Test
  void whatTheCallerChangesAfterPublish_isNotSeen() {
    byte[] mine = {1, 2, 3};
    TaskExecution execution = new TaskExecution(1, 1, 1, "t", Bytes.of(mine), 5, 0, -1, 0);
    StatusUpdate update = new StatusUpdate(1, 1, RunStatus.FAILED, "w", Bytes.of(mine), null, 5);
    List<Message> batch = new ArrayList<>(List.of(message(2, update), message(3, update)));
    queue.publish(QUEUE, message(1, execution));
    queue.publishAll(QUEUE, batch);
    mine[0] = 99;
    batch.clear();

    List<Delivery> deliveries = consume(9);

    Bytes published = Bytes.of(new byte[] {1, 2, 3});
    assertThat(deliveries).hasSize(3);
    assertThat(((TaskExecution) deliveries.get(0).message().body()).parameters())
        .isEqualTo(published);
    assertThat(((StatusUpdate) deliveries.get(1).message().body()).result()).isEqualTo(published);
  }

  @Test
  void message_outlivesItsQueue() {
    queue.publish(QUEUE, message(1));
    Message message = consumeOne().message();
    queue.delete(QUEUE);

    assertThat(message).isEqualTo(message(1));
  }

  @Test
  void deliveredMessage_isHiddenAndCounts() {
    publish(1);
    consumeOne();

    assertThat(consume(9)).isEmpty();
    assertThat(queue.size(QUEUE)).isEqualTo(1);
  }

  @Test
  void ack_removes() {
    publish(1);
    Delivery delivery = consumeOne();

    assertThat(queue.ack(delivery)).isTrue();
    assertThat(queue.ack(delivery)).as("again").isFalse();
    assertThat(queue.nack(delivery, true)).as("after the ack").isFalse();
    clock.advance(VISIBILITY);
    assertThat(consume(9)).isEmpty();
    assertThat(queue.size(QUEUE)).isZero();
  }

  @Test
  void ackAll_countsTheAccepted() {
    publish(1);
    publish(2);
    publish(3);
    List<Delivery> deliveries = consume(3);
    queue.ack(deliveries.get(1));

    assertThat(queue.ackAll(deliveries)).isEqualTo(2);
    assertThat(queue.size(QUEUE)).isZero();
  }

  @Test
  void requeuedMessage_isDeliveredAgainInItsOldPlace() {
    publish(1);
    publish(2);
    publish(3);
    List<Delivery> deliveries = consume(2);

    assertThat(queue.nack(deliveries.get(0), true)).isTrue();
    assertThat(queue.ack(deliveries.get(0))).as("the spent handle").isFalse();
    assertThat(queue.nack(deliveries.get(0), true)).as("the spent handle").isFalse();

    List<Delivery> again = consume(9);
    assertThat(ids(again)).containsExactly(1L, 3L);
    assertThat(again.get(0).message().redeliveries()).isEqualTo(1);
    assertThat(again.get(1).message().redeliveries()).isZero();
  }

  @Test
  void unacknowledgedMessage_isDeliveredAgainAfterItsTimeout() {
    publish(1);
    publish(2);
    Delivery first = consumeOne();
    clock.advance(VISIBILITY.minusMillis(1));
    assertThat(ids(consume(9))).containsExactly(2L);
    clock.advance(Duration.ofMillis(1));

    Delivery second = consumeOne();

    assertThat(second.message().id()).isEqualTo(1);
    assertThat(second.message().redeliveries()).isEqualTo(1);
    assertThat(queue.ack(first)).as("the superseded delivery").isFalse();
    assertThat(queue.ack(second)).isTrue();
  }

  @Test
  void lateAck_countsIfNobodyElseHasTheMessage() {
    publish(1);
    Delivery delivery = consumeOne();
    clock.advance(VISIBILITY.multipliedBy(2));

    assertThat(queue.ack(delivery)).isTrue();
    assertThat(consume(9)).isEmpty();
  }

  @Test
  void messageGivenBackTooOften_isADeadLetter() {
    publish(1);
    publish(2);
    for (int i = 0; i < MAX_DELIVERIES; i++) {
      queue.nack(consumeOne(), true);
    }

    assertThat(ids(consume(9))).containsExactly(2L);
    assertThat(queue.size(QUEUE)).isEqualTo(1);
    assertThat(queue.size(QUEUE.deadLetters())).isEqualTo(1);
    assertThat(ids(consumeDead(9))).containsExactly(1L);
  }

  @Test
  void messageThatTimesOutTooOften_isADeadLetter() {
    publish(1);
    publish(2);
    for (int i = 1; i < MAX_DELIVERIES; i++) {
      consumeOne();
      clock.advance(VISIBILITY);
    }
    Delivery last = consumeOne();
    clock.advance(VISIBILITY);

    assertThat(ids(consume(1))).as("goes on to the next").containsExactly(2L);
    assertThat(queue.ack(last)).as("of a dead letter").isFalse();
    assertThat(ids(consumeDead(9))).containsExactly(1L);
  }

  @Test
  void rejectedMessage_isADeadLetterAtOnce() {
    publish(1);

    assertThat(queue.nack(consumeOne(), false)).isTrue();
    assertThat(consume(9)).isEmpty();
    assertThat(ids(consumeDead(9))).containsExactly(1L);
  }

  @Test
  void deadLetter_isNeverGivenUpButWhenRejected() {
    publish(1);
    queue.nack(consumeOne(), false);
    for (int i = 0; i < 2 * MAX_DELIVERIES; i++) {
      Delivery dead = consumeDead(9).get(0);
      assertThat(dead.message().redeliveries()).as("counted on").isEqualTo(1 + i);
      queue.nack(dead, true);
    }

    assertThat(queue.nack(consumeDead(9).get(0), false)).isTrue();
    assertThat(queue.size(QUEUE.deadLetters())).isZero();
  }

  @Test
  void fullDeadLetters_keepTheNewest() {
    for (int i = 1; i <= CAPACITY + 2; i++) {
      publish(i);
      queue.nack(consumeOne(), false);
    }

    assertThat(queue.size(QUEUE.deadLetters())).isEqualTo(CAPACITY);
    assertThat(consumeDead(1).get(0).message().id()).isEqualTo(3);
  }

  @Test
  void deliveryOfAnotherKindOfQueue_isRefused() {
    Delivery foreign = () -> message(1);

    assertThatThrownBy(() -> queue.ack(foreign)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> queue.nack(foreign, true))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> queue.ackAll(List.of(foreign)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
