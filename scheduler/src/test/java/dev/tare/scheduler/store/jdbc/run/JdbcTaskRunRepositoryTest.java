package dev.tare.scheduler.store.jdbc.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.store.RunQueueContract;
import dev.tare.scheduler.store.TaskRunRepository;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.jdbc.JdbcStores;
import dev.tare.scheduler.store.jdbc.OverAContainer;
import dev.tare.scheduler.store.jdbc.OverEachDatabase;
import dev.tare.scheduler.testkit.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The contract over both dialects, three ways to get a database, and both kinds of sessions. */
class JdbcTaskRunRepositoryTest {

  @Nested
  @OverEachDatabase
  class Each extends Over {}

  @Nested
  @OverAContainer
  class Container extends Over {}

  abstract static class Over extends RunQueueContract {
    @Parameter
    @SuppressWarnings("NullAway.Init") // before each test
    private JdbcStores over;

    @Override
    protected TaskRunRepository emptyRepository() {
      return over.empty().runs();
    }
  }

  @Test
  void pinnedSession_reconnectsAfterItsConnectionWasKilled() throws SQLException {
    Database database = Database.of("embedded").empty();
    try (Sessions sessions = new PinnedSessions(database.dataSource())) {
      TaskRunRepository runs = new JdbcTaskRunRepository(sessions, database.dialect());
      long id = runs.create(NewRun.onDemand(1, 1, 5, null), 5);
      killOtherConnections(database);

      assertThatThrownBy(() -> runs.byId(id))
          .isInstanceOfSatisfying(
              StorageException.class,
              failure -> assertThat(failure.isRetryable()).isTrue());
      assertThat(runs.byId(id)).as("the next operation has a new connection").isPresent();
    }
  }

  @Test
  void closedSessions_refuseOperations() {
    Database database = Database.of("sqlite").empty();
    Sessions sessions = new PinnedSessions(database.dataSource());
    TaskRunRepository runs = new JdbcTaskRunRepository(sessions, database.dialect());
    sessions.close();

    assertThatThrownBy(() -> runs.byId(1)).isInstanceOf(StorageException.class);
  }

  @Test
  void embeddedServer_isDurable() throws SQLException {
    assertDurable(Database.of("embedded"));
  }

  @Test
  @Tag("docker")
  void serverInAContainer_isDurable() throws SQLException {
    assertDurable(Database.of("testcontainers"));
  }

  private static void assertDurable(Database database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        try (var rows = statement.executeQuery("SHOW " + setting)) {
          rows.next();
          assertThat(rows.getString(1)).as("%s of %s", setting, database).isEqualTo("on");
        }
      }
    }
  }

  private static void killOtherConnections(Database database) throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
          + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'");
    }
  }
}
