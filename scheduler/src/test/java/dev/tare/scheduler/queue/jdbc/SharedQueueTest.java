package dev.tare.scheduler.queue.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.scheduler.auth.ManualClock;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.TaskControl;
import dev.tare.scheduler.queue.Delivery;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueFullException;
import dev.tare.scheduler.queue.QueueName;
import dev.tare.scheduler.queue.QueueSettings;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.PooledSessions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Queues that two processes share, stood for by two instances over one database. */
class SharedQueueTest {
  private static final QueueName QUEUE = QueueName.of("shared");
  private static final int CAPACITY = 32;
  private static final QueueSettings SETTINGS = new QueueSettings(CAPACITY, 0, 30_000, 3);

  private final ManualClock clock = ManualClock.at("2027-01-15T08:00:00Z");
  private final List<JdbcQueues> opened = new ArrayList<>();

  @AfterEach
  void close() {
    opened.forEach(JdbcQueues::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "embedded"})
  void publishedMessages_outliveTheirProcess(String specification) {
    JdbcQueues queues = over(specification);
    MessageQueue before = queues.open(SETTINGS, clock);
    before.create(QUEUE);
    before.publish(QUEUE, message(1));
    before.publishAll(QUEUE, List.of(message(2), message(3)));
    consume(before, 1);
    queues.close();

    MessageQueue after = queues.open(SETTINGS, clock);
    assertThat(ids(consume(after, 9))).containsExactly(2L, 3L);
    clock.advance(Duration.ofSeconds(30));
    assertThat(ids(consume(after, 1))).as("held by who is gone").containsExactly(1L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "embedded"})
  void queueDeletedElsewhere_isNoticed(String specification) {
    JdbcQueues queues = over(specification);
    MessageQueue here = queues.open(SETTINGS, clock);
    MessageQueue there = queues.open(SETTINGS, clock);
    here.create(QUEUE);
    here.publish(QUEUE, message(1));
    consume(here, 9);
    there.delete(QUEUE);

    assertThat(consume(here, 9)).as("not looked for at every poll").isEmpty();
    clock.advance(Duration.ofSeconds(10));
    assertThatThrownBy(() -> consume(here, 9)).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> here.publish(QUEUE, message(2))).isInstanceOf(NotFoundException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "embedded"})
  void queueMadeAnewElsewhere_isUsedAtOnceByPublishers(String specification) {
    JdbcQueues queues = over(specification);
    MessageQueue here = queues.open(SETTINGS, clock);
    MessageQueue there = queues.open(SETTINGS, clock);
    here.create(QUEUE);
    here.publish(QUEUE, message(1));
    there.delete(QUEUE);
    there.create(QUEUE);

    here.publish(QUEUE, message(2));
    here.publishAll(QUEUE, List.of(message(3)));

    assertThat(ids(consume(there, 9))).containsExactly(2L, 3L);
    assertThat(here.size(QUEUE)).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "embedded"})
  void twoPublishers_exceedTheCapacityByASixteenthAtMost(String specification) {
    JdbcQueues queues = over(specification);
    MessageQueue here = queues.open(SETTINGS, clock);
    MessageQueue there = queues.open(SETTINGS, clock);
    here.create(QUEUE);
    int published = 0;
    for (int i = 0; i < 2 * CAPACITY; i++) {
      try {
        (i % 2 == 0 ? here : there).publish(QUEUE, message(i));
        published++;
      } catch (QueueFullException e) {
        assertThat(published).isGreaterThanOrEqualTo(CAPACITY);
      }
    }

    assertThat(here.size(QUEUE)).isEqualTo(published).isBetween(32L, 34L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "embedded"})
  void unreadableMessage_isSetAsideAndHoldsNobodyUp(String specification) throws SQLException {
    JdbcQueues queues = over(specification);
    MessageQueue queue = queues.open(SETTINGS, clock);
    queue.create(QUEUE);
    for (int i = 1; i <= 3; i++) {
      queue.publish(QUEUE, message(i));
    }
    String unreadable = specification.equals("sqlite") ? "x'ff00'" : "'\\xff00'::bytea";
    run(
        queues,
        "UPDATE message SET body = " + unreadable + " WHERE id = (SELECT min(id) FROM message)");

    assertThat(ids(consume(queue, 1))).containsExactly(2L);
    assertThat(queue.size(QUEUE)).isEqualTo(2);
    assertThat(queue.size(QUEUE.deadLetters())).isEqualTo(1);

    queue.nack(consume(queue, 1).get(0), false);
    List<Delivery> dead = new ArrayList<>();
    queue.consume(QUEUE.deadLetters(), 1, dead);
    assertThat(ids(dead)).containsExactly(3L);
    assertThat(queue.size(QUEUE.deadLetters()))
        .as("for a version that reads it")
        .isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "embedded"})
  void deleteAmongPublishers_leavesNoMessageBehind(String specification) throws Exception {
    JdbcQueues queues = over(specification);
    QueueSettings roomy = new QueueSettings(100_000, 0, 30_000, 3);
    MessageQueue owner = queues.open(roomy, clock);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      for (int round = 0; round < 5; round++) {
        owner.create(QUEUE);
        CountDownLatch under = new CountDownLatch(3);
        List<Future<Void>> publishers = new ArrayList<>();
        for (int p = 0; p < 3; p++) {
          MessageQueue publisher = queues.open(roomy, clock);
          publishers.add(pool.submit(publishUntilGone(publisher, under)));
        }
        assertThat(under.await(30, TimeUnit.SECONDS)).isTrue();
        owner.delete(QUEUE);
        for (Future<Void> publisher : publishers) {
          publisher.get(30, TimeUnit.SECONDS);
        }
        assertThat(rows(queues)).isZero();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Callable<Void> publishUntilGone(MessageQueue queue, CountDownLatch under) {
    return () -> {
      try {
        for (long id = 0; true; id++) {
          queue.publish(QUEUE, message(id));
          queue.publishAll(QUEUE, List.of(message(id), message(id)));
          under.countDown();
        }
      } catch (NotFoundException expected) {
        return null;
      }
    };
  }

  @Test
  void brokenConnection_isATypedErrorAndTheNextCallGoesOn() throws SQLException {
    JdbcQueues queues = over("embedded");
    MessageQueue queue = queues.open(SETTINGS, clock);
    queue.create(QUEUE);
    queue.publish(QUEUE, message(1));
    run(
        queues,
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");

    assertThatThrownBy(() -> consume(queue, 9))
        .isInstanceOfSatisfying(
            StorageException.class, failure -> assertThat(failure.isRetryable()).isTrue());
    assertThat(ids(consume(queue, 9))).containsExactly(1L);
  }

  @Test
  void publishThatFindsNoConnection_takesNoRoom() {
    JdbcQueues queues = over("sqlite");
    try (FailingSource source = new FailingSource(queues.database().url())) {
      MessageQueue queue =
          new JdbcMessageQueue(new PooledSessions(source), Dialect.SQLITE, SETTINGS, clock);
      queue.create(QUEUE);
      for (int i = 0; i < 10; i++) {
        queue.publish(QUEUE, message(i));
        source.failing = true;
        assertThatThrownBy(() -> queue.publish(QUEUE, message(99)))
            .isInstanceOf(StorageException.class);
        source.failing = false;
      }
      for (int i = 10; i < CAPACITY; i++) {
        queue.publish(QUEUE, message(i));
      }
      assertThat(queue.size(QUEUE)).isEqualTo(CAPACITY);
    }
  }

  /** A pool that has no connection to give while it is told so. */
  private static final class FailingSource extends HikariDataSource {
    boolean failing;

    FailingSource(String url) {
      setJdbcUrl(url);
      setMaximumPoolSize(1);
    }

    @Override
    public Connection getConnection() throws SQLException {
      if (failing) {
        throw new SQLException("no connection, as the test wants it", "08001");
      }
      return super.getConnection();
    }
  }

  private JdbcQueues over(String specification) {
    JdbcQueues queues = new JdbcQueues(specification, true);
    opened.add(queues);
    return queues;
  }

  private static void run(JdbcQueues queues, String sql) throws SQLException {
    try (Connection connection = queues.database().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static long rows(JdbcQueues queues) throws SQLException {
    try (Connection connection = queues.database().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT count(*) FROM message")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static List<Delivery> consume(MessageQueue queue, int max) {
    List<Delivery> into = new ArrayList<>();
    queue.consume(QUEUE, max, into);
    return into;
  }

  private static List<Long> ids(List<Delivery> deliveries) {
    return deliveries.stream().map(delivery -> delivery.message().id()).toList();
  }

  private static Message message(long id) {
    return new Message(
        id, null, null, 5, 0, new TaskControl(id, TaskControl.Action.PAUSE, "tester", 5));
  }
}
