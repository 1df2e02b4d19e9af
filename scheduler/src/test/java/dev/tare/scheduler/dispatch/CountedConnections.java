package dev.tare.scheduler.dispatch;

import dev.tare.scheduler.testkit.Database;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Physical connections to a database that count what is executed, and fail when told to. */
final class CountedConnections implements DataSource {
  private final DataSource source;
  private final String setting;
  private final AtomicInteger executed = new AtomicInteger();
  private final AtomicInteger untilFailing = new AtomicInteger(Integer.MAX_VALUE);

  CountedConnections(Database database, String setting) {
    this.source = database.dataSource();
    this.setting = setting;
  }

  /** How many statements were executed since the last call. */
  int executed() {
    return executed.getAndSet(0);
  }

  /** Whether every statement fails from now on, as if the server were away. */
  void fail(boolean value) {
    untilFailing.set(value ? 0 : Integer.MAX_VALUE);
  }

  /** Every statement but the next ones fails. */
  void failAfter(int statements) {
    untilFailing.set(statements);
  }

  @Override
  public Connection getConnection() throws SQLException {
    check(0);
    Connection connection = source.getConnection();
    if (!setting.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(setting);
      }
    }
    return proxy(Connection.class, connection);
  }

  private void check(int statements) throws SQLException {
    int left = untilFailing.getAndUpdate(
        before -> before == Integer.MAX_VALUE ? before : before - Math.min(before, statements));
    if (left == 0) {
      throw new SQLException("the database is away", "08006");
    }
  }

  private <T> T proxy(Class<T> type, T target) {
    return type.cast(Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
          if (method.getName().startsWith("execute")) {
            executed.incrementAndGet();
            check(1);
          }
          try {
            Object result = method.invoke(target, arguments);
            return result instanceof PreparedStatement statement
                ? proxy(PreparedStatement.class, statement)
                : result;
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        }));
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public PrintWriter getLogWriter() throws SQLException {
    return source.getLogWriter();
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    source.setLogWriter(out);
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    source.setLoginTimeout(seconds);
  }

  @Override
  public int getLoginTimeout() throws SQLException {
    return source.getLoginTimeout();
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    return source.getParentLogger();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    return source.unwrap(type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) throws SQLException {
    return source.isWrapperFor(type);
  }
}
