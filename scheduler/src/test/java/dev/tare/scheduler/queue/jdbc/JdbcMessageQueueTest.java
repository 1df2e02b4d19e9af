package dev.tare.scheduler.queue.jdbc;

import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.MessageQueueContract;
import dev.tare.scheduler.queue.MessageQueueStressContract;
import dev.tare.scheduler.queue.QueueLifeContract;
import dev.tare.scheduler.queue.QueueSettings;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** The contracts over both dialects, three ways to get a database, and both kinds of sessions. */
class JdbcMessageQueueTest {

  @Nested
  class Sqlite extends MessageQueueContract {
    private final JdbcQueues queues = new JdbcQueues("sqlite", true);

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return queues.open(settings, clock);
    }

    @AfterEach
    void close() {
      queues.close();
    }
  }

  @Nested
  class SqliteLives extends QueueLifeContract {
    private final JdbcQueues queues = new JdbcQueues("sqlite", true);

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return queues.open(settings, clock);
    }

    @AfterEach
    void close() {
      queues.close();
    }
  }

  @Nested
  class Embedded extends MessageQueueContract {
    private final JdbcQueues queues = new JdbcQueues("embedded", true);

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return queues.open(settings, clock);
    }

    @AfterEach
    void close() {
      queues.close();
    }
  }

  @Nested
  class EmbeddedLives extends QueueLifeContract {
    private final JdbcQueues queues = new JdbcQueues("embedded", true);

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return queues.open(settings, clock);
    }

    @AfterEach
    void close() {
      queues.close();
    }
  }

  @Nested
  @Tag("docker")
  class Container extends MessageQueueContract {
    private final JdbcQueues queues = new JdbcQueues("testcontainers", true);

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return queues.open(settings, clock);
    }

    @AfterEach
    void close() {
      queues.close();
    }
  }

  @Nested
  @Tag("docker")
  class ContainerLives extends QueueLifeContract {
    private final JdbcQueues queues = new JdbcQueues("testcontainers", true);

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return queues.open(settings, clock);
    }

    @AfterEach
    void close() {
      queues.close();
    }
  }

  @Nested
  class SqliteTogether extends MessageQueueStressContract {
    private final JdbcQueues queues = new JdbcQueues("sqlite", false);

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return queues.open(settings, clock);
    }

    @Override
    protected int messagesPerProducer() {
      return 40;
    }

    @Override
    protected int randomOperations() {
      return 300;
    }

    @AfterEach
    void close() {
      queues.close();
    }
  }

  @Nested
  class EmbeddedTogether extends MessageQueueStressContract {
    private final JdbcQueues queues = new JdbcQueues("embedded", false);

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return queues.open(settings, clock);
    }

    @Override
    protected int messagesPerProducer() {
      return 60;
    }

    @Override
    protected int randomOperations() {
      return 300;
    }

    @AfterEach
    void close() {
      queues.close();
    }
  }

  @Nested
  @Tag("docker")
  class ContainerTogether extends MessageQueueStressContract {
    private final JdbcQueues queues = new JdbcQueues("testcontainers", true);

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return queues.open(settings, clock);
    }

    @Override
    protected int messagesPerProducer() {
      return 40;
    }

    @Override
    protected int randomOperations() {
      return 150;
    }

    @AfterEach
    void close() {
      queues.close();
    }
  }
}
