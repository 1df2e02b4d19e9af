package dev.tare.benchmarks.load;

import dev.tare.benchmarks.peers.Peer;
import dev.tare.benchmarks.peers.Subject;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.testkit.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures: in every round each subject has its turn, so that whatever else the machine does meets
 * all of them. The first round compiles, and is not counted.
 */
final class LoadRun {
  private final LoadOptions options;
  private final Database database;
  private final Consumer<String> progress;

  /** Says what it does to {@code progress}. */
  LoadRun(LoadOptions options, Database database, Consumer<String> progress) {
    this.options = options;
    this.database = database;
    this.progress = progress;
  }

  /**
   * Measures every operation of the options, ours first in each.
   *
   * @throws IllegalStateException if the server does not write durably
   */
  List<LoadResult> measure() throws SQLException, InterruptedException {
    requireDurable();
    ServerCpu server = ServerCpu.of(database);
    List<LoadResult> results = new ArrayList<>();
    List<Subject> subjects = new ArrayList<>();
    try {
      subjects.add(Peer.ours(database));
      for (Peer peer : options.peers()) {
        subjects.add(peer.open(database));
      }
      for (Operation operation : options.operations()) {
        results.addAll(measure(operation, subjects, server));
      }
    } finally {
      subjects.forEach(Subject::close);
    }
    return results;
  }

  private List<LoadResult> measure(Operation operation, List<Subject> subjects, ServerCpu server)
      throws SQLException, InterruptedException {
    int tasks = operation.tasks(options);
    List<List<Reading>> readings = new ArrayList<>();
    subjects.forEach(subject -> readings.add(new ArrayList<>()));
    for (int round = 0; round <= options.rounds(); round++) {
      for (int i = 0; i < subjects.size(); i++) {
        Reading used = measure(operation, subjects.get(i), tasks, server);
        progress.accept(operation.label() + ", "
            + (round == 0 ? "warm-up" : "round " + round + " of " + options.rounds()) + ": "
            + subjects.get(i).name() + " " + Math.round(tasks * 1e9 / used.nanos()) + " tasks/s");
        if (round > 0) {
          readings.get(i).add(used);
        }
      }
    }
    List<LoadResult> results = new ArrayList<>();
    boolean remote = database.dialect() == Dialect.POSTGRESQL;
    for (int i = 0; i < subjects.size(); i++) {
      results.add(LoadResult.of(subjects.get(i).name(), operation, tasks, readings.get(i), remote));
    }
    return results;
  }

  private static Reading measure(Operation operation, Subject subject, int tasks, ServerCpu server)
      throws SQLException, InterruptedException {
    operation.prepare(subject, tasks);
    try {
      Reading before = Reading.before(server);
      operation.perform(subject, tasks);
      return Reading.after(server).since(before);
    } finally {
      subject.rest();
    }
  }

  /** A figure of a server that may lose what it has acknowledged would mean nothing. */
  private void requireDurable() throws SQLException {
    if (database.dialect() != Dialect.POSTGRESQL) {
      return; // SQLite is opened to be so
    }
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : List.of("fsync", "synchronous_commit")) {
        try (ResultSet row = statement.executeQuery("SHOW " + setting)) {
          row.next();
          if (!row.getString(1).equals("on")) {
            throw new IllegalStateException(setting + " is " + row.getString(1) + " at "
                + database.description() + ": switch it on, what is acknowledged must survive");
          }
        }
      }
    }
  }
}
