package dev.tare.benchmarks.load;

import dev.tare.benchmarks.command.UsageException;
import dev.tare.benchmarks.command.Words;
import dev.tare.benchmarks.peers.Peer;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.testkit.Database;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A command line.
 *
 * @param operations what is measured, in this order
 * @param database a specification as {@link Database#of} takes it
 * @param peers whom it is measured beside
 * @param tasks how many a round has
 * @param rounds how many are counted, after one that is not
 * @param json whether the figures go out as JSON, not as a table
 */
record LoadOptions(
    List<Operation> operations,
    String database,
    Set<Peer> peers,
    int tasks,
    int rounds,
    boolean json) {
  static final String USAGE = """
      usage: load drain|enqueue|api|queue|latency|idle|memory [options]
        drain            executes tasks that wait
        enqueue          makes tasks, one a transaction and 500 a transaction
        --db DB          sqlite (default) | embedded | testcontainers | postgres | jdbc:…
        --peer NAME      raw | db-scheduler; repeatable; over PostgreSQL, both unless said; none
        --tasks N        tasks a round, 50000 unless said (a tenth of them one a transaction)
        --rounds N       rounds that count, 3 unless said; one more goes before them
        --format F       text (default) | json
      """
      + Operations.USAGE
      + "Exit codes: 0 measured, 1 something failed, 2 the command line makes no sense.\n";

  private static final String ALL =
      "drain, enqueue, api, queue, latency, idle or memory; see --help";

  private static final String NO_PEER = "none";
  private static final int MOST_TASKS = 10_000_000;
  private static final int MOST_ROUNDS = 100;

  /**
   * Reads a command line.
   *
   * @throws UsageException if it makes no sense
   */
  static LoadOptions parse(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw new UsageException("say what to measure: " + ALL);
    }
    Words words = new Words(arguments);
    List<Operation> operations = operations(words.next());
    String database = "sqlite";
    @Nullable Set<Peer> peers = null;
    int tasks = 50_000;
    int rounds = 3;
    boolean json = false;
    while (words.hasNext()) {
      String option = words.next();
      switch (option) {
        case "--db" -> database = words.database(option);
        case "--peer" -> {
          peers = peers == null ? EnumSet.noneOf(Peer.class) : peers;
          String name = words.value(option);
          if (!name.equals(NO_PEER)) {
            peers.add(Words.named(name, "peer", Peer.values(), Peer::label));
          }
        }
        case "--tasks" -> tasks = words.number(option, 1, MOST_TASKS);
        case "--rounds" -> rounds = words.number(option, 1, MOST_ROUNDS);
        case "--format" -> json = words.isJson(option);
        default ->
          throw new UsageException("there is no option " + option
              + ": use --db, --peer, --tasks, --rounds, --format or --help");
      }
    }
    return new LoadOptions(
        operations, database, peersOf(Database.dialectOf(database), peers), tasks, rounds, json);
  }

  private static List<Operation> operations(String word) {
    return switch (word) {
      case "drain" -> List.of(Operation.DRAIN);
      case "enqueue" -> List.of(Operation.ENQUEUE_SINGLE, Operation.ENQUEUE_BATCH);
      default -> throw new UsageException("can not measure " + word + ": use " + ALL);
    };
  }

  private static Set<Peer> peersOf(Dialect dialect, @Nullable Set<Peer> named) {
    if (dialect == Dialect.POSTGRESQL) {
      return named == null ? EnumSet.allOf(Peer.class) : named;
    }
    if (named != null) {
      throw new UsageException("the peers run over PostgreSQL: leave out --peer, or use --db"
          + " embedded, testcontainers, postgres or jdbc:postgresql:…");
    }
    return Set.of();
  }
}
