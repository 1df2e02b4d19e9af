package dev.tare.benchmarks.load.figures;

import dev.tare.benchmarks.command.UsageException;
import dev.tare.benchmarks.command.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What every load's command line may say. Filled while it is read, for one thread. */
public final class CommonOptions {
  /** For a help text. */
  public static final String USAGE = """
        --db DB          sqlite (default) | embedded | testcontainers | postgres | jdbc:…
        --rounds N       rounds that count, 5 unless said: from five on they give an interval
        --format F       text (default) | json
        --out DIR        where the JSON and HdrHistogram's logs go, out/load unless said
      """;

  private static final int MOST_ROUNDS = 100;
  private static final Pattern CREDENTIALS = Pattern.compile("//[^/@]*@");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:=,-]+");

  private final List<String> line;
  private String database = "sqlite";
  private int rounds = 5;
  private boolean json;
  private Path out = Path.of("out", "load");

  /** Of a whole line, as it was given. */
  public CommonOptions(List<String> line) {
    this.line = List.copyOf(line);
  }

  /** Takes an option with its value, if it is one of these. */
  public boolean take(String option, Words words) {
    switch (option) {
      case "--db" -> database = words.database(option);
      case "--rounds" -> rounds = words.number(option, 1, MOST_ROUNDS);
      case "--format" -> json = words.isJson(option);
      case "--out" -> out = path(option, words.value(option));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Says that there is no such option; {@code own} are those besides these. */
  public static UsageException unknown(String option, String own) {
    return new UsageException("there is no option " + option + ": use " + own
        + ", --db, --rounds, --format, --out or --help");
  }

  private static Path path(String option, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(option + " " + text + ": that is no path: " + e.getReason());
    }
  }

  /** A specification as the test kit takes it. */
  public String database() {
    return database;
  }

  /** Rounds that count. */
  public int rounds() {
    return rounds;
  }

  /** Whether the findings go out as JSON. */
  public boolean json() {
    return json;
  }

  /** The folder of the files. */
  public Path out() {
    return out;
  }

  /** The command that was given; of a URL what may be shown. */
  public String command() {
    List<String> words = new ArrayList<>(List.of("scripts/load"));
    for (String word : line) {
      words.add(word.startsWith("jdbc:") ? shown(word) : quoted(word));
    }
    return String.join(" ", words);
  }

  /** Parameters may hold a password, and so may what stands before an at sign. */
  private static String shown(String url) {
    int parameters = url.indexOf('?');
    String address = parameters < 0 ? url : url.substring(0, parameters);
    return CREDENTIALS.matcher(address).replaceFirst("//");
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
