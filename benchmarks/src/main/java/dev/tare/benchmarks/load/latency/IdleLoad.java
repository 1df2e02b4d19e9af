package dev.tare.benchmarks.load.latency;

import dev.tare.benchmarks.command.Words;
import dev.tare.benchmarks.load.figures.Interval;
import dev.tare.benchmarks.load.figures.Measure;
import dev.tare.benchmarks.load.figures.Report;
import dev.tare.benchmarks.peers.CountingSocketFactory;
import dev.tare.benchmarks.peers.Peer;
import dev.tare.benchmarks.peers.Subject;
import dev.tare.profiling.meter.AllocatedBytes;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.DatabaseHost;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A started node on empty tables: what it sends to the database, and what it allocates. */
public final class IdleLoad {
  /** For a help text. */
  public static final String USAGE = IdleOptions.USAGE;

  private static final double MOST_STATEMENTS = 2;
  private static final double MOST_BYTES = 4_096;

  private IdleLoad() {}

  /** Measures what a command line says; {@code words} are behind the operation's name. */
  public static Report measure(List<String> line, Words words, Consumer<String> progress)
      throws SQLException, InterruptedException {
    IdleOptions options = IdleOptions.parse(line, words);
    Database database = DatabaseHost.of(options.common().database());
    int rounds = options.common().rounds();
    double[] statements = new double[rounds];
    double[] bytes = new double[rounds];
    try (Subject node = Peer.ours(database)) {
      node.empty();
      node.drain(0); // starts it
      TimeUnit.SECONDS.sleep(options.settle());
      for (int round = 0; round < rounds; round++) {
        long began = System.nanoTime();
        long tripsBefore = CountingSocketFactory.trips();
        long bytesBefore = AllocatedBytes.total();
        TimeUnit.SECONDS.sleep(options.seconds());
        double seconds = (System.nanoTime() - began) / 1e9;
        bytes[round] = (AllocatedBytes.total() - bytesBefore) / seconds;
        statements[round] = (CountingSocketFactory.trips() - tripsBefore) / seconds;
        progress.accept("idle, round " + (round + 1) + " of " + rounds + ": "
            + Math.round(bytes[round]) + " B/s");
      }
      node.rest();
    }
    List<Measure> measures = new ArrayList<>();
    if (database.dialect() == Dialect.POSTGRESQL) { // of SQLite no statement leaves the process
      measures.add(Measure.lean("idle node", "statements", "stmts/s", Interval.of(statements))
          .withLimit(MOST_STATEMENTS));
    }
    measures.add(
        Measure.lean("idle node", "allocated", "B/s", Interval.of(bytes)).withLimit(MOST_BYTES));
    return new Report(options.common(), "idle", database.description(), List.of(), measures);
  }
}
