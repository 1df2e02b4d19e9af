package dev.tare.benchmarks.queue;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.MessageQueueContract;
import dev.tare.scheduler.queue.MessageQueueStressContract;
import dev.tare.scheduler.queue.QueueLifeContract;
import dev.tare.scheduler.queue.QueueSettings;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.testkit.Database;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The copying twin keeps the same contract as the code that ships. */
class CopyingJdbcMessageQueueTest {

  /** Pools that a test has opened. */
  private static final class Opened implements AutoCloseable {
    private final List<HikariDataSource> pools = new ArrayList<>();

    MessageQueue queue(String specification, QueueSettings settings, Clock clock) {
      Database database = Database.of(specification);
      if (pools.isEmpty()) {
        database.empty();
      }
      HikariDataSource pool = DataSources.pooled(database.url(), 6);
      pools.add(pool);
      return new CopyingJdbcMessageQueue(pool, database.dialect(), settings, clock);
    }

    @Override
    public void close() {
      pools.forEach(HikariDataSource::close);
    }
  }

  @Nested
  @ParameterizedClass
  @ValueSource(strings = {"sqlite", "embedded"})
  class Alone extends MessageQueueContract {
    private final Opened opened = new Opened();

    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private String specification;

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return opened.queue(specification, settings, clock);
    }

    @AfterEach
    void close() {
      opened.close();
    }
  }

  @Nested
  @ParameterizedClass
  @ValueSource(strings = {"sqlite", "embedded"})
  class Lives extends QueueLifeContract {
    private final Opened opened = new Opened();

    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private String specification;

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return opened.queue(specification, settings, clock);
    }

    @AfterEach
    void close() {
      opened.close();
    }
  }

  @Nested
  @ParameterizedClass
  @ValueSource(strings = {"sqlite", "embedded"})
  class Together extends MessageQueueStressContract {
    private final Opened opened = new Opened();

    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private String specification;

    @Override
    protected MessageQueue newQueue(QueueSettings settings, Clock clock) {
      return opened.queue(specification, settings, clock);
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
      opened.close();
    }
  }
}
