package dev.tare.benchmarks.soak;

import dev.tare.benchmarks.command.UsageException;
import dev.tare.benchmarks.command.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A command line.
 *
 * @param runs how many runs go through the scheduler
 * @param samples how often memory is looked at
 * @param database a specification as {@link dev.tare.scheduler.testkit.Database#of} takes it
 * @param plants leaks that are planted
 * @param json whether the figures go out as JSON, not as a table
 */
record SoakOptions(int runs, int samples, String database, Set<Plant> plants, boolean json) {
  static final String USAGE = """
      usage: soak [options]
        Sends many runs through one scheduler in a small heap, and tells what grows with them.
        --runs N         runs, 1000000 unless said
        --samples N      how often memory is looked at, 60 unless said
        --db DB          sqlite (default) | embedded | testcontainers | postgres | jdbc:…
        --heap SIZE      the heap, 64m unless said
        --plant LEAK     registry | rate-limit | pool | interner | native | thread; repeatable:
                         a leak that must be told
        --format F       text (default) | json
      Exit codes: 0 flat, 1 something failed, 2 the command line makes no sense, 3 something grows,
      4 the samples can not tell: take more runs.
      """;

  private static final int FEWEST_SAMPLES = 12;
  private static final int MOST_SAMPLES = 1_000;

  /**
   * Reads a command line.
   *
   * @throws UsageException if it makes no sense
   */
  static SoakOptions parse(List<String> arguments) {
    Words words = new Words(arguments);
    int runs = 1_000_000;
    int samples = 60;
    String database = "sqlite";
    Set<Plant> plants = EnumSet.noneOf(Plant.class);
    boolean json = false;
    while (words.hasNext()) {
      String option = words.next();
      switch (option) {
        case "--runs" -> runs = words.number(option, 1_000, 1_000_000_000);
        case "--samples" -> samples = words.number(option, FEWEST_SAMPLES, MOST_SAMPLES);
        case "--db" -> database = words.database(option);
        case "--plant" -> plants.add(words.oneOf(option, "leak", Plant.values(), Plant::label));
        case "--format" -> json = words.isJson(option);
        default ->
          throw new UsageException("there is no option " + option
              + ": use --runs, --samples, --db, --heap, --plant, --format or --help");
      }
    }
    return new SoakOptions(runs, samples, database, plants, json);
  }
}
