package dev.tare.scheduler.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.scheduler.auth.Allocated;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.StatusUpdate;
import dev.tare.scheduler.message.codec.MessageCodec;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.RunStatus;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemoryMessageQueueTest {

  @Nested
  class Alone extends MessageQueueContract {
    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return new MemoryMessageQueue(settings, clock);
    }
  }

  @Nested
  class Lives extends QueueLifeContract {
    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return new MemoryMessageQueue(settings, clock);
    }
  }

  @Nested
  class Together extends MessageQueueStressContract {
    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return new MemoryMessageQueue(settings, clock);
    }
  }

  @Test
  void publishConsumeAck_allocateTheEncodedBodyTheDeliveryAndTheMessageAlone() {
    QueueName name = QueueName.of("status");
    MessageQueue queue = new MemoryMessageQueue(QueueSettings.DEFAULT, Clock.systemUTC());
    queue.create(name);
    Message message = new Message(
        1,
        null,
        null,
        2,
        0,
        new StatusUpdate(1, 1, RunStatus.COMPLETED, "w", Bytes.of(new byte[200]), null, 2));
    List<Delivery> deliveries = new ArrayList<>();

    long perMessage = Allocated.bytesPerCall(1000, () -> {
      queue.publish(name, message);
      deliveries.clear();
      queue.consume(name, 1, deliveries);
      Objects.requireNonNull(deliveries.get(0).message().body());
      queue.ack(deliveries.get(0));
    });

    int encoded = 16 + (MessageCodec.encodedBytes(message) + 7) / 8 * 8;
    int delivery = 40;
    int decoded = 48 + 48 + 24;
    assertThat(perMessage).isLessThanOrEqualTo(encoded + delivery + decoded);
  }
}
