package dev.tare.benchmarks.queue;

import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.MessageQueueContract;
import dev.tare.scheduler.queue.MessageQueueStressContract;
import dev.tare.scheduler.queue.QueueLifeContract;
import dev.tare.scheduler.queue.QueueSettings;
import java.time.Clock;
import org.junit.jupiter.api.Nested;

/** The copying twin keeps the same contract as the code that ships. */
class CopyingMessageQueueTest {

  @Nested
  class Alone extends MessageQueueContract {
    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return new CopyingMessageQueue(settings, clock);
    }
  }

  @Nested
  class Lives extends QueueLifeContract {
    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return new CopyingMessageQueue(settings, clock);
    }
  }

  @Nested
  class Together extends MessageQueueStressContract {
    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return new CopyingMessageQueue(settings, clock);
    }
  }
}
