package dev.tare.benchmarks.load.latency;

import dev.tare.benchmarks.command.UsageException;
import dev.tare.benchmarks.command.Words;
import dev.tare.benchmarks.load.figures.CommonOptions;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.testkit.Database;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line.
 *
 * @param common what every load has
 * @param places where bodies run, in this order
 * @param perSecond runs submitted a second
 * @param seconds how long a round takes
 * @param warmUp how long it goes on before, seconds
 * @param callers submissions that may be under way at once
 */
record LatencyOptions(
    CommonOptions common, List<Place> places, int perSecond, int seconds, int warmUp, int callers) {
  static final String USAGE = """
        latency          submits runs at a fixed rate, and takes the time until their bodies begin
        --where PLACE    same process | other process | db-scheduler (in the same process, with
                         immediate execution); repeatable; all unless said, over SQLite the
                         same process alone
        --rate N         runs a second, 1000 unless said
        --seconds N      of a round, 5 unless said
        --warm-up N      seconds before the first round, 5 unless said
        --callers N      submissions at once, 4 unless said
      """;

  private static final String OWN = "--where, --rate, --seconds, --warm-up, --callers";

  static LatencyOptions parse(List<String> line, Words words) {
    CommonOptions common = new CommonOptions(line);
    List<Place> places = new ArrayList<>();
    int perSecond = 1_000;
    int seconds = 5;
    int warmUp = 5;
    int callers = 4;
    while (words.hasNext()) {
      String option = words.next();
      switch (option) {
        case "--where" -> places.add(words.oneOf(option, "place", Place.values(), Place::label));
        case "--rate" -> perSecond = words.number(option, 1, 100_000);
        case "--seconds" -> seconds = words.number(option, 1, 3_600);
        case "--warm-up" -> warmUp = words.number(option, 1, 3_600);
        case "--callers" -> callers = words.number(option, 1, 500);
        default -> {
          if (!common.take(option, words)) {
            throw CommonOptions.unknown(option, OWN);
          }
        }
      }
    }
    boolean isLocal = Database.dialectOf(common.database()) == Dialect.SQLITE;
    if (isLocal && places.stream().anyMatch(place -> place != Place.SAME_PROCESS)) {
      throw new UsageException("processes share work over PostgreSQL, and db-scheduler needs it:"
          + " leave out --where other process and --where db-scheduler, or use --db embedded,"
          + " testcontainers, postgres or jdbc:postgresql:…");
    }
    List<Place> usual = isLocal ? List.of(Place.SAME_PROCESS) : List.of(Place.values());
    return new LatencyOptions(
        common, places.isEmpty() ? usual : places, perSecond, seconds, warmUp, callers);
  }
}
