package dev.tare.scheduler.store.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.DriverDataSource;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * Connections to a database, set up for durability: what was acknowledged survives a crash. None
 * waits for ever: a call ends within the time that a circuit breaker gives it, or little more. A
 * PostgreSQL URL's own parameters go before what is set here.
 */
public final class DataSources {
  /** A statement that PostgreSQL has not answered by then fails, and its connection is closed. */
  private static final int ANSWER_SECONDS = 30;

  /** How long to wait for a connection: a new one, or a free one of a pool. */
  private static final int CONNECTION_SECONDS = 10;

  private DataSources() {}

  /** Makes a new physical connection a call, for {@link PinnedSessions}. */
  public static DataSource physical(String url) {
    return new DriverDataSource(url, null, properties(Dialect.ofUrl(url)), null, null);
  }

  /**
   * A pool of at most {@code size} connections, for {@link PooledSessions}; the caller closes it.
   */
  public static HikariDataSource pooled(String url, int size) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(size);
    config.setConnectionTimeout(TimeUnit.SECONDS.toMillis(CONNECTION_SECONDS));
    config.setDataSourceProperties(properties(Dialect.ofUrl(url)));
    return new HikariDataSource(config);
  }

  /** A URL as it may be shown: its parameters may hold a password. */
  public static String shown(String url) {
    int parameters = url.indexOf('?');
    return parameters < 0 ? url : url.substring(0, parameters);
  }

  /**
   * SQLite: a log that readers and the writer share, synced at every commit, and a wait for the one
   * writer. PostgreSQL: what the server has, where synchronous commit is the default, and an end to
   * the wait for a server that is gone without a word.
   */
  private static Properties properties(Dialect dialect) {
    Properties properties = new Properties();
    if (dialect == Dialect.SQLITE) {
      properties.setProperty("journal_mode", "WAL");
      properties.setProperty("synchronous", "FULL");
      properties.setProperty("busy_timeout", Long.toString(WriteTurn.LONGEST_WAIT_MILLIS));
      properties.setProperty("transaction_mode", "IMMEDIATE");
    } else {
      properties.setProperty("loginTimeout", Integer.toString(CONNECTION_SECONDS));
      properties.setProperty("socketTimeout", Integer.toString(ANSWER_SECONDS));
    }
    return properties;
  }
}
