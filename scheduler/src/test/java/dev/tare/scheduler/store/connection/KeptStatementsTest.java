package dev.tare.scheduler.store.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.scheduler.testkit.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements are prepared once a connection, for as long as it is whole. */
class KeptStatementsTest {
  private static final Sql ONE = Sql.of("SELECT 1");
  private static final Sql PLAN_MODE = Sql.of("SELECT concat_ws(' ',"
      + " current_setting('plan_cache_mode'), current_setting('enable_seqscan'),"
      + " current_setting('enable_hashjoin'), current_setting('enable_mergejoin'),"
      + " current_setting('jit'))");

  @TempDir
  Path directory;

  private String sqlite() {
    return "jdbc:sqlite:" + directory.resolve("a.db");
  }

  @Test
  void nextBorrower_findsTheStatementPrepared() throws SQLException {
    try (var source = DataSources.pooled(sqlite(), 1);
        PooledSessions sessions = new PooledSessions(source)) {
      PreparedStatement first = statement(sessions);
      assertThat(statement(sessions)).isSameAs(first);
      assertThat(first.isClosed()).isFalse();
    }
  }

  @Test
  void statement_isPreparedAnewAfterAFailure() throws SQLException {
    try (var source = DataSources.pooled(sqlite(), 1);
        PooledSessions sessions = new PooledSessions(source)) {
      PreparedStatement first;
      try (Session session = sessions.open()) {
        first = session.prepare(ONE);
        session.fail(new SQLException("as the test wants it"));
      }
      assertThat(first.isClosed()).isTrue();
      assertThat(statement(sessions)).isNotSameAs(first);
    }
  }

  @Test
  void connectionThatThePoolRetired_isForgotten() throws SQLException {
    PoolStatements kept = new PoolStatements();
    try (var source = DataSources.pooled(sqlite(), 1)) {
      for (int i = 0; i < 3; i++) {
        Connection borrowed = source.getConnection();
        assertThat(kept.of(borrowed)).isNotNull();
        borrowed.unwrap(Connection.class).close();
        source.evictConnection(borrowed);
        borrowed.close();
      }
    }
    assertThat(kept.connections()).isEqualTo(1);
  }

  @Test
  void connectionsWithoutAPool_keepNothing() throws SQLException {
    try (PooledSessions sessions = new PooledSessions(DataSources.physical(sqlite()))) {
      PreparedStatement first = statement(sessions);
      assertThat(statement(sessions)).isNotSameAs(first);
    }
  }

  @Test
  void connectionThatBroke_isNotLentAgain() throws SQLException {
    String url = Database.of("embedded").url();
    try (var source = DataSources.pooled(url, 1);
        PooledSessions sessions = new PooledSessions(source)) {
      PreparedStatement first = statement(sessions);
      try (Session session = sessions.open()) {
        first.getConnection().close(); // as the driver does when the server is gone
        PreparedStatement broken = session.prepare(ONE);
        assertThatThrownBy(broken::executeQuery)
            .isInstanceOfSatisfying(SQLException.class, session::fail);
      }
      assertThat(statement(sessions)).isNotSameAs(first);
    }
  }

  @Test
  void pinnedConnection_plansWithoutValues_andIsReturnedAsItWas() throws SQLException {
    try (var source = DataSources.pooled(Database.of("embedded").url(), 1)) {
      try (PinnedSessions pinned = new PinnedSessions(source)) {
        assertThat(text(pinned)).isEqualTo("force_generic_plan off off off off");
      }
      try (PooledSessions pooled = new PooledSessions(source)) {
        assertThat(text(pooled)).isEqualTo("auto on on on on");
      }
    }
  }

  private static PreparedStatement statement(Sessions sessions) throws SQLException {
    try (Session session = sessions.open()) {
      PreparedStatement statement = session.prepare(ONE);
      try (ResultSet rows = statement.executeQuery()) {
        assertThat(rows.next()).isTrue();
      }
      return statement;
    }
  }

  private static String text(Sessions sessions) throws SQLException {
    try (Session session = sessions.open();
        ResultSet rows = session.prepare(PLAN_MODE).executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }
}
