package dev.tare.scheduler.breaker.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.breaker.BreakerState;
import dev.tare.scheduler.breaker.CircuitBreaker;
import dev.tare.scheduler.error.CircuitOpenException;
import dev.tare.scheduler.error.ConflictException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.error.StorageException;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.store.TaskRepository;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.connection.PooledSessions;
import dev.tare.scheduler.store.connection.Sessions;
import dev.tare.scheduler.store.connection.SilentLink;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskTypes;
import dev.tare.scheduler.testkit.Database;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A call to a database ends in time whatever becomes of the server, and its breaker hears of it.
 */
@Timeout(30)
class CallTimeTest {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final CircuitBreaker breaker =
      new CircuitBreaker("database", new BreakerPolicy(2, 60_000, 60_000, 1, 1, 30_000));

  @TempDir
  Path directory;

  @Test
  void serverThatAcceptsAndNeverAnswers_opensTheBreaker() throws Exception {
    try (SilentLink link = new SilentLink("127.0.0.1", 1);
        Sessions sessions = new PinnedSessions(DataSources.physical(
            "jdbc:postgresql://127.0.0.1:" + link.port() + "/none?user=u&loginTimeout=1"))) {
      link.silence(true);
      TaskRepository tasks = guarded(sessions, Dialect.POSTGRESQL);
      for (int i = 1; i <= 2; i++) {
        long before = System.nanoTime();
        assertThatThrownBy(() -> tasks.byId(7))
            .isInstanceOfSatisfying(
                StorageException.class,
                failure -> assertThat(failure.isRetryable()).isTrue());
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
        assertThat(breaker.stats().failed()).isEqualTo(i);
      }

      assertThat(breaker.state()).isEqualTo(BreakerState.OPEN);
      assertThatThrownBy(() -> tasks.byId(7)).isInstanceOf(CircuitOpenException.class);
    }
  }

  @Test
  void serverThatGoesSilent_failsTheCall_andTheNextOneHasANewConnection() throws Exception {
    Database database = Database.of("embedded").empty();
    URI server = URI.create(database.url().substring("jdbc:".length()));
    try (SilentLink link = new SilentLink(server.getHost(), server.getPort())) {
      String url = database.url().replace(":" + server.getPort() + "/", ":" + link.port() + "/")
          + "&socketTimeout=1";
      try (Sessions pinned = new PinnedSessions(DataSources.physical(url));
          var source = DataSources.pooled(url, 1);
          Sessions pooled = new PooledSessions(source)) {
        source.setValidationTimeout(500);
        source.setConnectionTimeout(1_000);
        TaskRepository alone = guarded(pinned, Dialect.POSTGRESQL);
        TaskRepository shared = guarded(pooled, Dialect.POSTGRESQL);
        assertThat(alone.byId(7)).isEqualTo(shared.byId(7)).isEqualTo(Optional.empty());
        for (TaskRepository tasks : new TaskRepository[] {alone, shared}) {
          link.silence(true);
          long before = System.nanoTime();
          assertThatThrownBy(() -> tasks.byId(7))
              .isInstanceOfSatisfying(
                  StorageException.class,
                  failure -> assertThat(failure.isRetryable()).isTrue());
          assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);

          link.silence(false);
          assertThat(tasks.byId(7)).isEmpty();
        }
      }
      assertThat(breaker.stats().failed()).isEqualTo(2);
    }
  }

  @Test
  void connections_waitForAnAnswerAsLongAsABreakerLetsACallTake() throws Exception {
    Database database = Database.of("embedded");
    long most = BreakerPolicy.DEFAULT.callTimeoutMillis();
    try (Connection physical = DataSources.physical(database.url()).getConnection();
        var pool = DataSources.pooled(database.url(), 1);
        Connection pooled = pool.getConnection()) {
      assertThat((long) physical.getNetworkTimeout()).isEqualTo(most);
      assertThat((long) pooled.getNetworkTimeout()).isEqualTo(most);
      assertThat(pool.getConnectionTimeout()).isLessThan(most);
    }
  }

  @Test
  void sqliteFileThatStaysLocked_isAFailure() throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("a.db");
    try (Connection other = DataSources.physical(url).getConnection();
        var statement = other.createStatement();
        HikariDataSource impatient = new HikariDataSource();
        Sessions sessions = new PooledSessions(impatient)) {
      impatient.setJdbcUrl(url + "?busy_timeout=20");
      statement.execute("CREATE TABLE task_type (id INTEGER PRIMARY KEY, name TEXT)");
      other.setAutoCommit(false);
      statement.execute("INSERT INTO task_type (name) VALUES ('held')");
      TaskRepository tasks = guarded(sessions, Dialect.SQLITE);

      assertThatThrownBy(() -> tasks.create(NewTask.builder("a", "echo").build(), 0, 1))
          .isInstanceOfSatisfying(
              StorageException.class,
              failure -> assertThat(failure.isRetryable()).isTrue());
      assertThat(breaker.stats().failed()).isEqualTo(1);
    }
  }

  @Test
  void answersThatACallerMayNotLike_areNoFailures() throws Exception {
    Database database = Database.of("embedded").empty();
    try (Sessions sessions = new PinnedSessions(DataSources.physical(database.url()))) {
      TaskRepository tasks = guarded(sessions, Dialect.POSTGRESQL);
      NewTask task = NewTask.builder("a", "echo").build();
      tasks.create(task, 0, 1);

      assertThatThrownBy(() -> tasks.create(task, 0, 1)).isInstanceOf(ConflictException.class);
      assertThatThrownBy(() -> tasks.delete(99, 1)).isInstanceOf(NotFoundException.class);
      assertThatThrownBy(() -> tasks.byName("no \0 text of a database"))
          .isInstanceOf(ValidationException.class);
      assertThat(breaker.stats().failed()).isZero();
      assertThat(breaker.stats().ignored()).isEqualTo(3);
      assertThat(tasks.byName("a")).isPresent();
    }
  }

  private TaskRepository guarded(Sessions sessions, Dialect dialect) {
    return new GuardedTaskRepository(
        new JdbcTaskRepository(sessions, dialect, new JdbcTaskTypes(sessions)), breaker);
  }
}
