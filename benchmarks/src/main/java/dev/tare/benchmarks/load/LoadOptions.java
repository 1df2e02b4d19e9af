package dev.tare.benchmarks.load;

import dev.tare.benchmarks.peers.Peer;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.testkit.Database;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
      usage: load drain|enqueue [options]
        drain            executes tasks that wait
        enqueue          makes tasks, one a transaction and 500 a transaction
        --db DB          sqlite (default) | embedded | testcontainers | postgres | jdbc:…
        --peer NAME      raw | db-scheduler; repeatable; over PostgreSQL, both unless said; none
        --tasks N        tasks a round, 50000 unless said (a tenth of them one a transaction)
        --rounds N       rounds that count, 3 unless said; one more goes before them
        --format F       text (default) | json
      Exit codes: 0 measured, 1 something failed, 2 the command line makes no sense.
      """;

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
      throw new UsageException("say what to measure: drain or enqueue");
    }
    Iterator<String> words = arguments.iterator();
    List<Operation> operations = operations(words.next());
    String database = "sqlite";
    @Nullable Set<Peer> peers = null;
    int tasks = 50_000;
    int rounds = 3;
    boolean json = false;
    while (words.hasNext()) {
      String option = words.next();
      switch (option) {
        case "--db" -> database = value(option, words);
        case "--peer" -> {
          peers = peers == null ? EnumSet.noneOf(Peer.class) : peers;
          String name = value(option, words);
          if (!name.equals(NO_PEER)) {
            peers.add(peer(name));
          }
        }
        case "--tasks" -> tasks = number(option, value(option, words), MOST_TASKS);
        case "--rounds" -> rounds = number(option, value(option, words), MOST_ROUNDS);
        case "--format" -> json = isJson(value(option, words));
        default ->
          throw new UsageException("there is no option " + option
              + ": use --db, --peer, --tasks, --rounds, --format or --help");
      }
    }
    return new LoadOptions(
        operations, database, peersOf(dialect(database), peers), tasks, rounds, json);
  }

  private static List<Operation> operations(String word) {
    return switch (word) {
      case "drain" -> List.of(Operation.DRAIN);
      case "enqueue" -> List.of(Operation.ENQUEUE_SINGLE, Operation.ENQUEUE_BATCH);
      default -> throw new UsageException("can not measure " + word + ": use drain or enqueue");
    };
  }

  private static String value(String option, Iterator<String> words) {
    if (!words.hasNext()) {
      throw new UsageException(option + " needs a value after it");
    }
    return words.next();
  }

  private static Peer peer(String name) {
    for (Peer peer : Peer.values()) {
      if (peer.label().equals(name)) {
        return peer;
      }
    }
    throw new UsageException("no peer is called " + name + ": use "
        + Arrays.stream(Peer.values()).map(Peer::label).collect(Collectors.joining(" or ")));
  }

  private static int number(String option, String text, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new UsageException(option + " " + text + ": use a number from 1 to " + most);
  }

  private static boolean isJson(String format) {
    return switch (format) {
      case "json" -> true;
      case "text" -> false;
      default -> throw new UsageException("no format is called " + format + ": use text or json");
    };
  }

  private static Dialect dialect(String database) {
    try {
      return Database.dialectOf(database);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--db: " + e.getMessage());
    }
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
