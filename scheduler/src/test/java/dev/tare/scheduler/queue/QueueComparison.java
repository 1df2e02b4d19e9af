package dev.tare.scheduler.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.message.Message;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes random calls to a queue and to its model, and compares what they answer. */
final class QueueComparison {
  private static final int MAX_HANDLES = 40;

  private final MessageQueue queue;
  private final QueueModel model;
  private final QueueName name;
  private final Random random;
  private final Clock clock;
  private final List<Pair> handles = new ArrayList<>();
  private long nextId = 1;

  private record Pair(Delivery real, QueueModel.Handle modelled) {}

  QueueComparison(
      MessageQueue queue, QueueModel model, QueueName name, Random random, Clock clock) {
    this.queue = queue;
    this.model = model;
    this.name = name;
    this.random = random;
    this.clock = clock;
  }

  void step() {
    int choice = random.nextInt(100);
    if (choice < 30) {
      publish();
    } else if (choice < 55) {
      consume(random.nextInt(4) == 0);
    } else if (choice < 75) {
      ack();
    } else if (choice < 95) {
      nack(random.nextInt(4) != 0);
    } else if (choice < 99) {
      sizes();
    } else if (random.nextInt(4) == 0) {
      purge(random.nextBoolean());
    }
  }

  private void publish() {
    int count = 1 + random.nextInt(3);
    List<Long> ids = new ArrayList<>();
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(nextId);
      messages.add(MessageQueueStressContract.message(nextId++));
    }
    boolean published = true;
    try {
      if (count == 1) {
        queue.publish(name, messages.get(0));
      } else {
        queue.publishAll(name, messages);
      }
    } catch (QueueFullException e) {
      published = false;
    }
    assertThat(published).as("publish %s", ids).isEqualTo(model.publish(ids));
  }

  private void consume(boolean dead) {
    int max = 1 + random.nextInt(5);
    List<Delivery> real = new ArrayList<>();
    queue.consume(dead ? name.deadLetters() : name, max, real);
    List<QueueModel.Handle> modelled = model.consume(dead, max, clock.millis());
    assertThat(real.stream().map(each -> text(each.message())).toList())
        .as("consume %s, dead %s", max, dead)
        .isEqualTo(
            modelled.stream().map(each -> each.id() + "/" + each.redeliveries()).toList());
    for (int i = 0; i < real.size(); i++) {
      handles.add(new Pair(real.get(i), modelled.get(i)));
    }
    while (handles.size() > MAX_HANDLES) {
      handles.remove(random.nextInt(handles.size()));
    }
  }

  private static String text(Message message) {
    return message.id() + "/" + message.redeliveries();
  }

  /** One or several of the handles that were given out, spent ones too. */
  private void ack() {
    if (handles.isEmpty()) {
      return;
    }
    if (random.nextInt(3) == 0) {
      List<Delivery> real = new ArrayList<>();
      int accepted = 0;
      for (Pair pair : handles.subList(0, 1 + random.nextInt(Math.min(4, handles.size())))) {
        real.add(pair.real);
        accepted += model.ack(pair.modelled) ? 1 : 0;
      }
      assertThat(queue.ackAll(real)).as("ackAll").isEqualTo(accepted);
    } else {
      Pair pair = handles.get(random.nextInt(handles.size()));
      assertThat(queue.ack(pair.real)).as("ack").isEqualTo(model.ack(pair.modelled));
    }
  }

  private void nack(boolean requeue) {
    if (!handles.isEmpty()) {
      Pair pair = handles.get(random.nextInt(handles.size()));
      assertThat(queue.nack(pair.real, requeue))
          .as("nack, requeue %s", requeue)
          .isEqualTo(model.nack(pair.modelled, requeue, clock.millis()));
    }
  }

  private void sizes() {
    assertThat(queue.size(name)).as("size").isEqualTo(model.size(false));
    assertThat(queue.size(name.deadLetters())).as("dead letters").isEqualTo(model.size(true));
  }

  private void purge(boolean dead) {
    assertThat(queue.purge(dead ? name.deadLetters() : name))
        .as("purge, dead %s", dead)
        .isEqualTo(model.purge(dead));
  }
}
