package dev.tare.scheduler.store.connection;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to write to an SQLite file, among all sessions of this process that do: first
 * come, first served.
 *
 * <p>SQLite has one writer at a time and no queue for it. A connection that finds it taken sleeps
 * up to 100 ms between its tries, while one that has just committed begins anew within
 * microseconds: among busy writers somebody may find the database locked for longer than the busy
 * timeout, however short every single transaction is. Here they stand in line, and the busy timeout
 * remains for other processes. A database with many writers needs no turns: {@link #NONE}.
 */
final class WriteTurn {
  /** Nobody waits for anybody. */
  static final WriteTurn NONE = new WriteTurn(null, 0);

  /** How long one may wait, as long as SQLite waits for other processes. */
  static final long LONGEST_WAIT_MILLIS = 10_000;

  private static final int SQLITE_BUSY = 5;
  private static final Map<Path, WeakReference<WriteTurn>> IN_USE = new HashMap<>();

  private final @Nullable ReentrantLock line;
  private final long longestWaitMillis;

  private WriteTurn(@Nullable ReentrantLock line, long longestWaitMillis) {
    this.line = line;
    this.longestWaitMillis = longestWaitMillis;
  }

  /** One of its own, whose takers wait for so long. */
  static WriteTurn waiting(long longestWaitMillis) {
    return new WriteTurn(new ReentrantLock(true), longestWaitMillis);
  }

  /** The one that all connections to the same file share, for as long as somebody keeps it. */
  static WriteTurn of(Connection connection) throws SQLException {
    String url = connection.getMetaData().getURL();
    String prefix = Dialect.SQLITE.urlPrefix();
    if (url == null || !url.startsWith(prefix)) {
      return NONE;
    }
    String name = url.substring(prefix.length());
    if (name.isEmpty() || name.contains(":memory:") || name.contains("mode=memory")) {
      return NONE; // a connection's own
    }
    int parameters = name.indexOf('?');
    name = parameters < 0 ? name : name.substring(0, parameters);
    return ofFile(Path.of(name.startsWith("file:") ? name.substring(5) : name));
  }

  private static WriteTurn ofFile(Path file) throws SQLException {
    try {
      return ofReal(
          Files.exists(file) ? file.toRealPath() : file.toAbsolutePath().normalize());
    } catch (IOException e) {
      throw new SQLException("can not find out which file " + file + " is", e);
    }
  }

  private static synchronized WriteTurn ofReal(Path file) {
    IN_USE.values().removeIf(kept -> kept.get() == null);
    WeakReference<WriteTurn> kept = IN_USE.get(file);
    WriteTurn turn = kept == null ? null : kept.get();
    if (turn == null) {
      turn = waiting(LONGEST_WAIT_MILLIS);
      IN_USE.put(file, new WeakReference<>(turn));
    }
    return turn;
  }

  /** Waits for it; a thread that has it already has it once more. */
  void take() throws SQLException {
    if (line != null && !awaits(line)) {
      throw new SQLException(
          "database is locked: other sessions have been writing for " + longestWaitMillis + " ms",
          null,
          SQLITE_BUSY);
    }
  }

  /** Lets the next one; once for each {@link #take}. */
  void give() {
    if (line != null) {
      line.unlock();
    }
  }

  private boolean awaits(ReentrantLock line) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(longestWaitMillis);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return line.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true; // the driver does not end for it either
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
