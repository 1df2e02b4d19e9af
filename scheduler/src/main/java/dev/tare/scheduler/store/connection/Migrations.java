package dev.tare.scheduler.store.connection;

import dev.tare.scheduler.error.StorageException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Brings a database to the schema of this version; the scripts also stand as plain SQL. */
public final class Migrations {
  private Migrations() {}

  /**
   * Applies what is missing, over one connection; safe to call from several nodes at once.
   *
   * @throws StorageException if there is no connection to be had
   */
  public static void apply(DataSource source, Dialect dialect) {
    try (Connection connection = source.getConnection()) {
      FluentConfiguration flyway = Flyway.configure()
          .dataSource(lending(connection))
          .locations("classpath:db/migration/" + dialect.label());
      // Locks the session and not a transaction: on its one connection each migration ends one.
      flyway
          .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
          .setTransactionalLock(false);
      flyway.load().migrate();
    } catch (SQLException e) {
      throw new StorageException("no connection to the database: " + e.getMessage(), true, e);
    }
  }

  /** Flyway takes several connections at once, and a pool may have one: it gets the same again. */
  private static DataSource lending(Connection connection) {
    Connection lent = proxy(Connection.class, (self, method, arguments) -> {
      if (method.getName().equals("close")) {
        return null;
      }
      try {
        return method.invoke(connection, arguments);
      } catch (InvocationTargetException e) {
        throw e.getTargetException();
      }
    });
    return proxy(DataSource.class, (self, method, arguments) -> {
      if (!method.getName().equals("getConnection")) {
        throw new UnsupportedOperationException(method.getName());
      }
      return lent;
    });
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
