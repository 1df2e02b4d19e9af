package dev.tare.benchmarks.load.queue;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.queue.CopyingJdbcMessageQueue;
import dev.tare.benchmarks.queue.CopyingMessageQueue;
import dev.tare.scheduler.queue.MemoryMessageQueue;
import dev.tare.scheduler.queue.MessageQueue;
import dev.tare.scheduler.queue.QueueSettings;
import dev.tare.scheduler.queue.jdbc.JdbcMessageQueue;
import dev.tare.scheduler.store.connection.PooledSessions;
import dev.tare.scheduler.testkit.Database;
import java.time.Clock;
import java.util.Locale;

/** Which queue. */
enum Kind {
  /** In the process. */
  MEMORY(20_000),
  /** In the tables of a database. */
  JDBC(2_000);

  /** Messages that may wait: the memory that they take stays small at 20,000 bytes each, too. */
  static final int CAPACITY = 2_000;

  private static final QueueSettings SETTINGS = new QueueSettings(CAPACITY, 30_000, 30_000, 5);

  private final int messages;

  Kind(int messages) {
    this.messages = messages;
  }

  /** Its name on the command line and in figures. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many messages make a round of a second or so. */
  int messages() {
    return messages;
  }

  /** A variant of it. The pool is used by the queue in tables alone. */
  MessageQueue open(Variant variant, Database database, HikariDataSource pool) {
    Clock clock = Clock.systemUTC();
    boolean lean = variant == Variant.LEAN;
    if (this == MEMORY) {
      return lean
          ? new MemoryMessageQueue(SETTINGS, clock)
          : new CopyingMessageQueue(SETTINGS, clock);
    }
    return lean
        ? new JdbcMessageQueue(new PooledSessions(pool), database.dialect(), SETTINGS, clock)
        : new CopyingJdbcMessageQueue(pool, database.dialect(), SETTINGS, clock);
  }
}
