package dev.tare.scheduler.store.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.scheduler.testkit.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The schema comes into an empty PostgreSQL, whoever brings it. */
@Timeout(120)
class MigrationsTest {
  private static final int NODES = 4;

  private final Database server = Database.of("embedded");

  @BeforeEach
  void begin() throws SQLException {
    execute("DROP SCHEMA IF EXISTS fresh CASCADE");
    execute("CREATE SCHEMA fresh");
  }

  @AfterEach
  void end() throws SQLException {
    execute("DROP SCHEMA fresh CASCADE");
  }

  @Test
  void nodesThatStartTogether_migrateOnce_eachOverOneConnection() throws Exception {
    String url = server.url() + "&currentSchema=fresh";
    CyclicBarrier together = new CyclicBarrier(NODES);
    ExecutorService threads = Executors.newFixedThreadPool(NODES);
    try {
      List<Future<?>> nodes = new ArrayList<>();
      for (int i = 0; i < NODES; i++) {
        nodes.add(threads.submit(() -> {
          try (HikariDataSource pool = DataSources.pooled(url, 1)) {
            together.await();
            Migrations.apply(pool, Dialect.POSTGRESQL);
            return null;
          }
        }));
      }
      for (Future<?> node : nodes) {
        node.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(number("SELECT count(*) FROM fresh.flyway_schema_history WHERE success"))
        .as("as in the server's own schema")
        .isEqualTo(number("SELECT count(*) FROM public.flyway_schema_history WHERE success"));
    assertThat(number("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"))
        .isZero();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long number(String select) throws SQLException {
    try (Connection connection = server.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(select)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
