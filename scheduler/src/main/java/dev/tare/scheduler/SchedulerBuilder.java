package dev.tare.scheduler;

import dev.tare.scheduler.breaker.BreakerPolicy;
import dev.tare.scheduler.dispatch.DispatchSettings;
import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.retry.RetryPolicy;
import dev.tare.scheduler.store.RetryDelay;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.worker.WorkerSettings;
import dev.tare.scheduler.worker.executor.ResourceLimits;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Collects how a {@link Scheduler} is to work; every value has a default. For one thread.
 *
 * <p>The database is named by {@link #database} or handed over with {@link #dataSource}.
 */
public final class SchedulerBuilder {
  private static final String IN_MEMORY = ":memory:";
  private static final int MOST_HOST_CHARS = 60;
  private static final Pattern NOT_IN_A_NAME = Pattern.compile("[^A-Za-z0-9._-]");

  String url = "jdbc:sqlite:tare.db";

  @Nullable
  DataSource source;

  @Nullable
  DataSource kept;

  int connections = 8;
  int concurrency = 2 * Runtime.getRuntime().availableProcessors();
  int claimBatch = 500;
  int completionBatch = 500;
  long pollMillis = 1000;
  long completionDelayMillis = 5;
  long scanMillis = 10_000;
  long heartbeatMillis = 20_000;
  long lostAfterMillis = 90_000;
  long closeMillis = 10_000;
  int mostAttempts = DispatchSettings.DEFAULT.mostAttempts();
  int retentionDays;
  boolean dispatching = true;
  String workerId = newWorkerId();
  RetryPolicy retry = RetryPolicy.DEFAULT;
  BreakerPolicy breaker = BreakerPolicy.DEFAULT;
  ResourceLimits limits = ResourceLimits.DEFAULT;
  Map<String, String> environment = Map.of();

  @Nullable
  Path workingDirectory;

  ZoneId zone = ZoneOffset.UTC;
  Clock clock = Clock.systemUTC();

  SchedulerBuilder() {}

  /**
   * A database by its URL; {@code jdbc:sqlite:tare.db} unless said otherwise. The scheduler makes a
   * pool of connections and closes it.
   *
   * @param newUrl {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql://…}
   */
  public SchedulerBuilder database(String newUrl) {
    Dialect.ofUrl(newUrl);
    if (newUrl.contains(IN_MEMORY)) {
      throw new ValidationException("an SQLite database in memory is one connection's own, and a"
          + " scheduler has several: name a file, such as jdbc:sqlite:tare.db");
    }
    url = newUrl;
    source = null;
    return this;
  }

  /**
   * A pool of the embedding program, which stays its own: the scheduler takes connections for the
   * moment and keeps none, so one is enough. Unless {@link #keeping} is said, it gives up something
   * for that: the worker waits for a free connection like anybody else, and runs that other
   * processes submit are found by polls. Of SQLite, the pool is to give connections with a
   * write-ahead log and immediate transactions.
   */
  public SchedulerBuilder dataSource(DataSource newSource) {
    source = newSource;
    return this;
  }

  /**
   * Where to get what the scheduler keeps for as long as it runs, best from no pool: a connection
   * for its worker, whose statements are planned once, and of PostgreSQL another one over which it
   * hears at once of runs that other processes submit. Needs not be said with {@link #database}.
   */
  public SchedulerBuilder keeping(DataSource newSource) {
    kept = newSource;
    return this;
  }

  /** Connections in the pool, besides three that a node keeps; 8 unless said otherwise. */
  public SchedulerBuilder connections(int count) {
    connections = within("connections", count, 1, 1000);
    return this;
  }

  /** Runs at once in this process; twice its processors unless said otherwise. */
  public SchedulerBuilder concurrency(int runs) {
    concurrency = within("concurrency", runs, 1, 10_000);
    return this;
  }

  /** Runs a claim and completions a statement at most; 500 each unless said otherwise. */
  public SchedulerBuilder batches(int claim, int completions) {
    claimBatch = within("claim batch", claim, 1, 5000);
    completionBatch = within("completion batch", completions, 1, 5000);
    return this;
  }

  /** How often to ask for runs that nobody announced; a second unless said otherwise. */
  public SchedulerBuilder pollInterval(Duration interval) {
    pollMillis = millis("poll interval", interval, 1);
    return this;
  }

  /** How long an end waits for others to be written with; 5 ms unless said otherwise. */
  public SchedulerBuilder completionDelay(Duration delay) {
    completionDelayMillis = millis("completion delay", delay, 0);
    return this;
  }

  /** How often to look for due tasks at least; 10 s unless said otherwise. */
  public SchedulerBuilder scanInterval(Duration interval) {
    scanMillis = millis("scan interval", interval, 1);
    return this;
  }

  /**
   * How often this process says that it lives, and after how long without a word others take its
   * runs; 20 s and 90 s unless said otherwise. The same for all that share a database.
   */
  public SchedulerBuilder lease(Duration heartbeat, Duration lostAfter) {
    heartbeatMillis = millis("heartbeat", heartbeat, 1);
    lostAfterMillis = millis("lease", lostAfter, 1);
    if (lostAfterMillis < 3 * heartbeatMillis) {
      throw new ValidationException("the lease of " + lostAfterMillis + " ms is shorter than three"
          + " heartbeats of " + heartbeatMillis + " ms: a late one would cost a worker its runs");
    }
    return this;
  }

  /**
   * How often a run may be handed to a worker; 10 unless said otherwise. One whose worker is lost
   * in the last of these attempts is not handed to another: it ends as FAILED, for it may be what
   * ends them. What is sent back in order, as when a process stops, counts as an attempt too.
   */
  public SchedulerBuilder attempts(int most) {
    mostAttempts = within("attempts", most, 1, 1_000_000);
    return this;
  }

  /** How long {@link Scheduler#close} may take; 10 s unless said otherwise. */
  public SchedulerBuilder closeWithin(Duration deadline) {
    closeMillis = millis("close deadline", deadline, 0);
    return this;
  }

  /** Deletes runs that finished so many days ago; 0, the default, keeps all. */
  public SchedulerBuilder retentionDays(int days) {
    retentionDays = within("retention days", days, 0, 36_500);
    return this;
  }

  /** Whether this process looks for due tasks and lost runs; it does unless said otherwise. */
  public SchedulerBuilder dispatching(boolean value) {
    dispatching = value;
    return this;
  }

  /** The name of this process's worker, new at every start; made up unless said otherwise. */
  public SchedulerBuilder workerId(String id) {
    Controls.nameOf(id); // refuses what can not be part of a queue's name
    workerId = id;
    return this;
  }

  /** When what failed is tried again; after a minute, doubled up to an hour. */
  public SchedulerBuilder retry(RetryPolicy policy) {
    retry = policy;
    return this;
  }

  /** When a failing database is left alone, and for how long. */
  public SchedulerBuilder breaker(BreakerPolicy policy) {
    breaker = policy;
    return this;
  }

  /** How much of what a run produces is kept. */
  public SchedulerBuilder limits(ResourceLimits newLimits) {
    limits = newLimits;
    return this;
  }

  /** Variables for child processes, and where relative paths of runs begin. */
  public SchedulerBuilder surroundings(Map<String, String> variables, @Nullable Path directory) {
    environment = Map.copyOf(variables);
    workingDirectory = directory;
    return this;
  }

  /** In which zone schedules are read; UTC unless said otherwise. */
  public SchedulerBuilder zone(ZoneId newZone) {
    zone = newZone;
    return this;
  }

  /** The time, for tests. */
  public SchedulerBuilder clock(Clock newClock) {
    clock = newClock;
    return this;
  }

  /**
   * Opens the database, brings it to this version's schema, and makes a scheduler that does nothing
   * before it is started.
   *
   * @throws dev.tare.scheduler.error.StorageException if the database can not be reached
   */
  public Scheduler build() {
    DataSource given = source;
    RetryDelay delay = RetryDelay.of(retry);
    Stores stores = given == null
        ? Stores.of(url, connections, breaker, delay)
        : Stores.of(given, kept, dialectOf(given), breaker, delay);
    try {
      return new Scheduler(this, stores);
    } catch (RuntimeException e) {
      stores.close();
      throw e;
    }
  }

  WorkerSettings workerSettings() {
    return new WorkerSettings(
        workerId,
        hostname(),
        address(),
        concurrency,
        claimBatch,
        pollMillis,
        heartbeatMillis,
        Math.max(heartbeatMillis, lostAfterMillis / 9 * 8), // earlier than others take its runs
        closeMillis,
        environment,
        workingDirectory,
        limits);
  }

  DispatchSettings dispatchSettings() {
    DispatchSettings usual = DispatchSettings.DEFAULT;
    return new DispatchSettings(
        scanMillis,
        usual.batch(),
        Math.min(usual.recoveryMillis(), lostAfterMillis),
        lostAfterMillis,
        usual.dispatchedMillis(),
        usual.overdueMillis(),
        mostAttempts,
        retentionDays,
        usual.backoff(),
        closeMillis);
  }

  private static Dialect dialectOf(DataSource given) {
    try (Connection connection = given.getConnection()) {
      return Dialect.ofUrl(connection.getMetaData().getURL());
    } catch (SQLException e) {
      throw new ValidationException(
          "the data source gives no connection: " + e.getMessage() + ": check its URL and user");
    }
  }

  private static int within(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ValidationException(
          "the scheduler's " + name + " is " + value + ": use " + least + " to " + most);
    }
    return value;
  }

  private static long millis(String name, Duration duration, long least) {
    if (duration.compareTo(Duration.ofMillis(least)) < 0
        || duration.compareTo(Duration.ofMillis(Integer.MAX_VALUE)) > 0) {
      throw new ValidationException("the scheduler's " + name + " is " + duration + ": use " + least
          + " ms to " + Integer.MAX_VALUE + " ms");
    }
    return duration.toMillis();
  }

  /** Host, process and chance: unlike that of any worker that is or was. */
  private static String newWorkerId() {
    String host = NOT_IN_A_NAME.matcher(hostname()).replaceAll("-");
    return host.substring(0, Math.min(MOST_HOST_CHARS, host.length()))
        + '-'
        + ProcessHandle.current().pid()
        + '-'
        + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
  }

  private static String address() {
    try {
      return InetAddress.getLocalHost().getHostAddress();
    } catch (UnknownHostException e) {
      return "127.0.0.1";
    }
  }

  private static String hostname() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
