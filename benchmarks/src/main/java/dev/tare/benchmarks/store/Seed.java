package dev.tare.benchmarks.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tare.benchmarks.driver.Sandbox;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.ClaimedRun;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.NewRun;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.task.NewTask;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.PinnedSessions;
import dev.tare.scheduler.store.jdbc.run.JdbcTaskRunRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskRepository;
import dev.tare.scheduler.store.jdbc.task.JdbcTaskTypes;
import dev.tare.scheduler.store.jdbc.worker.JdbcWorkerRepository;
import dev.tare.scheduler.testkit.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;

/**
 * The rows over which a repository is measured: five tasks, of which the last three depend on the
 * first two; five workers; and runs 1–5 completed, 6–10 running, 11–13 dispatched, 14–23 waiting.
 */
public final class Seed {
  /** Now, when all of them were made. */
  public static final long NOW = 1_800_000_000_000L;

  /** Who has all runs that are held. */
  public static final String WORKER = "worker-1";

  /** How many rows an operation is about where it is about several. */
  public static final int SOME = 5;

  /** The runs that are running, in their first attempt. */
  public static final long FIRST_RUNNING = 6;

  /** The first of those that wait. */
  public static final long FIRST_WAITING = 14;

  /** What a run brings along. */
  public static final Bytes PAYLOAD =
      Bytes.of("{\"order\":4711,\"customer\":\"Ada Lovelace\",\"items\":[1,2,3]}".getBytes(UTF_8));

  private static final int DISPATCHED = 3;
  private static final int RUNS = 23;

  private Seed() {}

  /**
   * A sandbox with these rows. Since nothing is committed there, they are made once, and again if
   * somebody else has emptied the database.
   */
  static Sandbox sandbox(Database database) throws SQLException {
    Sandbox sandbox = Sandbox.in(database);
    if (isIn(sandbox.dataSource(), database.dialect())) {
      return sandbox;
    }
    sandbox.close();
    fill(database.empty());
    return Sandbox.in(database);
  }

  /** Whether they are there; if so, ids that were drawn since are given out again. */
  private static boolean isIn(DataSource source, Dialect dialect) throws SQLException {
    try (Statement statement = source.getConnection().createStatement()) {
      try (ResultSet rows = statement.executeQuery(
          "SELECT (SELECT COUNT(*) FROM task), (SELECT COUNT(*) FROM worker),"
              + " (SELECT COUNT(*) FROM task_run)")) {
        rows.next();
        if (rows.getInt(1) != SOME || rows.getInt(2) != SOME || rows.getInt(3) != RUNS) {
          return false;
        }
      }
      if (dialect == Dialect.POSTGRESQL) {
        statement.execute("SELECT setval('task_id_seq', " + SOME + ")");
        statement.execute("SELECT setval('task_run_id_seq', " + RUNS + ")");
      }
      return true;
    }
  }

  private static void fill(Database database) {
    try (PinnedSessions sessions = new PinnedSessions(database.dataSource())) {
      JdbcTaskTypes types = new JdbcTaskTypes(sessions);
      types.setOf(List.of("echo", "shell"));
      tasks(new JdbcTaskRepository(sessions, database.dialect(), types));
      workers(new JdbcWorkerRepository(sessions, database.dialect()));
      runs(new JdbcTaskRunRepository(sessions, database.dialect()));
    }
  }

  private static void tasks(JdbcTaskRepository tasks) {
    for (int i = 1; i <= SOME; i++) {
      tasks.create(task("report-" + i, i > 2 ? Ids.of(1, 2) : Ids.NONE), NOW - i, NOW);
    }
  }

  /** A task with a schedule, of this name and these dependencies. */
  public static NewTask task(String name, Ids dependencies) {
    return NewTask.builder(name, "echo")
        .schedule("0 0 6 * * MON-FRI")
        .parameters(PAYLOAD)
        .maxRetries(3)
        .dependencies(dependencies)
        .build();
  }

  private static void workers(JdbcWorkerRepository workers) {
    for (int i = 1; i <= SOME; i++) {
      workers.register(worker("worker-" + i, i % 2 == 0 ? TypeSet.ALL : TypeSet.of(1, 2)), NOW);
    }
  }

  /** A worker of this name, for these types. */
  public static NewWorker worker(String id, TypeSet types) {
    return new NewWorker(id, "host-7.example", "10.0.0.7", types, 16);
  }

  private static void runs(JdbcTaskRunRepository runs) {
    runs.createAll(
        IntStream.range(0, RUNS)
            .mapToObj(i -> NewRun.onDemand(1 + i % 5, 1, NOW - RUNS + i, PAYLOAD))
            .toList(),
        NOW);
    List<ClaimedRun> ended = runs.claim(WORKER, TypeSet.ALL, SOME, NOW);
    runs.complete(ended.stream()
        .map(run ->
            new Completion(run.id(), run.attempt(), RunStatus.COMPLETED, NOW + 1, PAYLOAD, null))
        .toList());
    runs.claim(WORKER, TypeSet.ALL, SOME, NOW);
    long firstDispatched = FIRST_WAITING - DISPATCHED;
    LongStream.range(firstDispatched, FIRST_WAITING)
        .forEach(run -> runs.updateStatus(run, RunStatus.DISPATCHED, WORKER, NOW));
  }
}
