package dev.tare.scheduler.queue.jdbc;

import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.MessageQueueContract;
import dev.tare.scheduler.queue.MessageQueueStressContract;
import dev.tare.scheduler.queue.QueueLifeContract;
import dev.tare.scheduler.queue.QueueSettings;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts over both dialects, three ways to get a database, and both kinds of sessions. */
class JdbcMessageQueueTest {

  @Nested
  @ParameterizedClass
  @ValueSource(strings = {"sqlite", "embedded"})
  class Each extends Over {}

  @Nested
  @Tag("docker")
  @ParameterizedClass
  @ValueSource(strings = "testcontainers")
  class Container extends Over {}

  abstract static class Over extends MessageQueueContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private String specification;

    private @Nullable JdbcQueues opened;

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      JdbcQueues queues = opened == null ? new JdbcQueues(specification, true) : opened;
      opened = queues;
      return queues.open(settings, clock);
    }

    @AfterEach
    void close() {
      if (opened != null) {
        opened.close();
      }
    }
  }

  @Nested
  @ParameterizedClass
  @ValueSource(strings = {"sqlite", "embedded"})
  class EachLives extends OverLives {}

  @Nested
  @Tag("docker")
  @ParameterizedClass
  @ValueSource(strings = "testcontainers")
  class ContainerLives extends OverLives {}

  abstract static class OverLives extends QueueLifeContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private String specification;

    private @Nullable JdbcQueues opened;

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      JdbcQueues queues = opened == null ? new JdbcQueues(specification, true) : opened;
      opened = queues;
      return queues.open(settings, clock);
    }

    @AfterEach
    void close() {
      if (opened != null) {
        opened.close();
      }
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
