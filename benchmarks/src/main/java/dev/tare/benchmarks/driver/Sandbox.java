package dev.tare.benchmarks.driver;

import dev.tare.scheduler.testkit.Database;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * One real connection, in which nothing is ever committed: all that is done between two
 * {@link #reset}s is one transaction, which is then rolled back, so that every call finds the rows
 * as the one before it did. Statements are the real driver's own. Adds nothing to what it
 * allocates. For one thread.
 */
public final class Sandbox implements AutoCloseable {
  private static final Class<? extends Lent> LENT = Stubs.of(Lent.class);
  private static final Class<? extends Source> SOURCE = Stubs.of(Source.class);

  /** One a database and JVM: to connect takes longer than what is measured. */
  private static final Map<String, Connection> CONNECTIONS = new ConcurrentHashMap<>();

  private final Connection connection;
  private final Source source;

  private Sandbox(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    Lent lent = Stubs.make(LENT);
    lent.real = connection;
    this.source = Stubs.make(SOURCE);
    source.lent = lent;
  }

  /** In this database; others wait to write there until it is closed. */
  public static Sandbox in(Database database) throws SQLException {
    Connection known = CONNECTIONS.get(database.url());
    if (known == null) {
      known = database.dataSource().getConnection();
      CONNECTIONS.put(database.url(), known);
    }
    return new Sandbox(known);
  }

  /** Lends the one connection. */
  public DataSource dataSource() {
    return source;
  }

  /** Undoes what was done since the last time. */
  public void reset() throws SQLException {
    connection.rollback();
  }

  /** Undoes it, too, and lets others write. */
  @Override
  public void close() throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  /** A data source of the one connection. */
  @SuppressWarnings("NullAway.Init") // set as it is made
  abstract static class Source implements DataSource {
    private Connection lent;

    @Override
    public Connection getConnection() {
      return lent;
    }
  }

  /** The connection, as its borrowers see it. */
  @SuppressWarnings("NullAway.Init") // set as it is made
  abstract static class Lent implements Connection {
    private Connection real;

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
      return real.prepareStatement(sql);
    }

    @Override
    public Statement createStatement() throws SQLException {
      return real.createStatement();
    }

    @Override
    public DatabaseMetaData getMetaData() throws SQLException {
      return real.getMetaData();
    }

    @Override
    public void setAutoCommit(boolean autoCommit) {}

    @Override
    public void commit() {}

    @Override
    public void rollback() {
      throw new IllegalStateException("an operation that is measured must not fail");
    }

    @Override
    public void close() {}
  }
}
