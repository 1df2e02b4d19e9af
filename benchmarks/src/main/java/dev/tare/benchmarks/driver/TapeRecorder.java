package dev.tare.benchmarks.driver;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Notes what a real driver answers. For one thread; not for what is measured. */
public final class TapeRecorder {
  private final DataSource real;
  private Tape tape = new Tape();

  /** Records whatever is done with connections of this data source. */
  public TapeRecorder(DataSource real) {
    this.real = real;
  }

  /** A data source that is recorded. */
  public DataSource dataSource() {
    return proxy(DataSource.class, (self, method, arguments) -> {
      Object result = call(method, real, arguments);
      return result instanceof Connection connection ? recorded(connection) : result;
    });
  }

  /** What was answered since the last call. */
  public Tape take() {
    Tape taken = tape;
    tape = new Tape();
    return taken;
  }

  private Connection recorded(Connection connection) {
    return proxy(Connection.class, (self, method, arguments) -> {
      Object result = call(method, connection, arguments);
      return result instanceof PreparedStatement statement && arguments != null
          ? recorded(statement, (String) arguments[0])
          : result;
    });
  }

  private PreparedStatement recorded(PreparedStatement statement, String sql) {
    return proxy(PreparedStatement.class, (self, method, arguments) -> {
      Object result = call(method, statement, arguments);
      if (!method.getName().startsWith("execute")) {
        return result;
      }
      Tape.Execution execution =
          new Tape.Execution(sql, result instanceof Integer updated ? updated : -1);
      tape.add(execution);
      return result instanceof ResultSet rows ? recorded(rows, execution) : result;
    });
  }

  private static ResultSet recorded(ResultSet rows, Tape.Execution execution) {
    return proxy(ResultSet.class, (self, method, arguments) -> {
      Object result = call(method, rows, arguments);
      if (!method.getName().equals("close")) {
        Object column = arguments == null ? null : arguments[0];
        execution.readings().add(new Tape.Reading(column, result));
      }
      return result;
    });
  }

  private static @Nullable Object call(
      Method method, Object target, @Nullable Object @Nullable [] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() instanceof SQLException cause ? cause : e.getTargetException();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
