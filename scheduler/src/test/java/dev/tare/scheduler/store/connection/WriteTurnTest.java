package dev.tare.scheduler.store.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writers of one SQLite file stand in line, by whatever sessions they come. */
class WriteTurnTest {
  private static final Sql CREATE = Sql.of("CREATE TABLE IF NOT EXISTS note (text TEXT)");
  private static final Sql WRITE = Sql.of("INSERT INTO note (text) VALUES ('x')");
  private static final Sql READ = Sql.of("SELECT count(*) FROM note");

  private final ExecutorService pool = Executors.newFixedThreadPool(2);

  @TempDir
  Path directory;

  @AfterEach
  void end() {
    pool.shutdownNow();
  }

  @Test
  void connectionsToOneFile_shareATurn_howeverItIsNamed() throws Exception {
    Path file = directory.resolve("a.db");
    WriteTurn turn = turn("jdbc:sqlite:" + file);
    Path link = Files.createSymbolicLink(directory.resolve("link.db"), file);

    assertThat(turn("jdbc:sqlite:" + link)).isSameAs(turn);
    assertThat(turn("jdbc:sqlite:" + directory + "/./a.db?cache=private")).isSameAs(turn);
    assertThat(turn("jdbc:sqlite:" + directory.resolve("b.db"))).isNotSameAs(turn);
  }

  /** The registry of turns knows who waits, and holds on to nobody. */
  @Test
  void turn_isLetGo_whenNoSessionKeepsIt() throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("c.db");
    WeakReference<WriteTurn> forgotten = new WeakReference<>(turn(url));
    WriteTurn kept = turn("jdbc:sqlite:" + directory.resolve("d.db"));
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (forgotten.get() != null && System.nanoTime() < deadline) {
      System.gc();
    }
    assertThat(forgotten.get()).isNull();
    assertThat(turn("jdbc:sqlite:" + directory.resolve("d.db"))).isSameAs(kept);
    assertThat(turn(url)).isNotNull();
  }

  @Test
  void databasesInMemory_areTheirConnectionsOwn() throws SQLException {
    assertThat(turn("jdbc:sqlite::memory:")).isSameAs(WriteTurn.NONE);
    assertThat(turn("jdbc:sqlite:")).isSameAs(WriteTurn.NONE);
  }

  @Test
  void whoHasJustWritten_waitsForWhoCameMeanwhile() throws Exception {
    WriteTurn turn = WriteTurn.waiting(30_000);
    List<String> order = new CopyOnWriteArrayList<>();
    turn.take();
    Thread waiting = new Thread(() -> take(turn, order));
    waiting.start();
    awaitWaiting(waiting);

    order.add("first");
    turn.give();
    turn.take();
    order.add("first again");
    turn.give();

    waiting.join(30_000);
    assertThat(order).containsExactly("first", "who waited", "first again");
  }

  @Test
  void turnThatNeverComes_isALockedDatabase() throws Exception {
    WriteTurn turn = WriteTurn.waiting(20);
    turn.take();
    Future<?> late = pool.submit(() -> {
      turn.take();
      return "taken";
    });

    assertThatThrownBy(() -> late.get(30, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfSatisfying(
            SQLException.class, locked -> assertThat(locked.getErrorCode()).isEqualTo(5))
        .hasMessageContaining("database is locked");
  }

  @Test
  void interruptedWaiter_keepsItsPlaceAndItsInterrupt() throws Exception {
    WriteTurn turn = WriteTurn.waiting(30_000);
    List<String> order = new CopyOnWriteArrayList<>();
    turn.take();
    Thread waiting = new Thread(() -> {
      take(turn, order);
      order.add(Thread.currentThread().isInterrupted() ? "interrupted" : "not interrupted");
    });
    waiting.start();
    awaitWaiting(waiting);
    waiting.interrupt();
    turn.give();

    waiting.join(30_000);
    assertThat(order).containsExactly("who waited", "interrupted");
  }

  @Test
  void writersOfAllSessions_takeTurns_andReadersNeedNone() throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("a.db");
    try (PinnedSessions pinned = new PinnedSessions(DataSources.physical(url));
        var source = DataSources.pooled(url, 3);
        PooledSessions pooled = new PooledSessions(source)) {
      run(pinned, CREATE);
      WriteTurn turn = turn(url);
      Future<?> writer;
      try (Session writing = pinned.open()) {
        writing.begin();
        writing.prepare(WRITE).executeUpdate();
        writer = writeElsewhere(pooled);

        assertThat(count(pooled)).isZero();
        writing.commit();
        assertThat(writer.isDone()).as("the turn lasts as long as the session").isFalse();
      }
      writer.get(30, TimeUnit.SECONDS);
      turn.take(); // both have given it back
      turn.give();
      assertThat(count(pooled)).isEqualTo(2);
    }
  }

  @Test
  void sessionThatFails_givesItsTurnBack() throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("a.db");
    try (PinnedSessions pinned = new PinnedSessions(DataSources.physical(url));
        var source = DataSources.pooled(url, 1);
        PooledSessions pooled = new PooledSessions(source)) {
      run(pinned, CREATE);
      for (Sessions failing : List.of(pinned, pooled)) {
        try (Session session = failing.open()) {
          session.begin();
          session.prepare(WRITE).executeUpdate();
          session.fail(new SQLException("as the test wants it"));
        }
        writeElsewhere(pooled).get(30, TimeUnit.SECONDS);
      }
      assertThat(count(pooled)).isEqualTo(2);
    }
  }

  @Test
  void statements_areReadingOrWriting() {
    assertThat(Sql.of("SELECT 1").isWriting()).isFalse();
    assertThat(Sql.of("\n with x AS (SELECT 1) SELECT * FROM x").isWriting()).isFalse();
    assertThat(Sql.of("WITH x AS (SELECT 1)\n UPDATE note SET text = ''").isWriting())
        .isTrue();
    assertThat(Sql.of("INSERT INTO note SELECT 'y'").isWriting()).isTrue();
    assertThat(Sql.of("DELETE FROM note").isWriting()).isTrue();
  }

  private static WriteTurn turn(String url) throws SQLException {
    try (Connection connection = DataSources.physical(url).getConnection()) {
      return WriteTurn.of(connection);
    }
  }

  private Future<?> writeElsewhere(Sessions sessions) {
    return pool.submit(() -> {
      run(sessions, WRITE);
      return "written";
    });
  }

  private static void run(Sessions sessions, Sql sql) throws SQLException {
    try (Session session = sessions.open()) {
      session.prepare(sql).execute();
    }
  }

  private static long count(Sessions sessions) throws SQLException {
    try (Session session = sessions.open();
        var rows = session.prepare(READ).executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void take(WriteTurn turn, List<String> order) {
    try {
      turn.take();
      order.add("who waited");
      turn.give();
    } catch (SQLException e) {
      order.add(e.toString());
    }
  }

  private static void awaitWaiting(Thread thread) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      assertThat(System.nanoTime()).as("nobody waits").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
