package dev.tare.benchmarks.command;

import dev.tare.scheduler.testkit.Database;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The words of a command line, one after the other.
 *
 * <p>Whatever a word can not mean is a {@link UsageException}. For one thread.
 */
public final class Words {
  private final Iterator<String> words;

  /** All words of a line. */
  public Words(List<String> line) {
    this.words = line.iterator();
  }

  /** Whether there is another one. */
  public boolean hasNext() {
    return words.hasNext();
  }

  /** The next one; there must be one. */
  public String next() {
    return words.next();
  }

  /** The value of an option. */
  public String value(String option) {
    if (!words.hasNext()) {
      throw new UsageException(option + " needs a value after it");
    }
    return words.next();
  }

  /** The value of an option that is a whole number. */
  public int number(String option, int least, int most) {
    String text = value(option);
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new UsageException(option + " " + text + ": use a number from " + least + " to " + most);
  }

  /** The value of an option that is one of these, by name; {@code kind} says what they are. */
  public <T> T oneOf(String option, String kind, T[] all, Function<T, String> name) {
    return named(value(option), kind, all, name);
  }

  /** The one of this name; {@code kind} says what they are. */
  public static <T> T named(String text, String kind, T[] all, Function<T, String> name) {
    for (T one : all) {
      if (name.apply(one).equals(text)) {
        return one;
      }
    }
    throw new UsageException("no " + kind + " is called " + text + ": use "
        + Arrays.stream(all).map(name).collect(Collectors.joining(" or ")));
  }

  /** The value of an option that is a database, as {@link Database#of} takes it. */
  public String database(String option) {
    String specification = value(option);
    try {
      Database.dialectOf(specification);
      return specification;
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage());
    }
  }

  /** Whether the value of {@code --format} is json; text is the other. */
  public boolean isJson(String option) {
    return oneOf(option, "format", new String[] {"text", "json"}, Function.identity())
        .equals("json");
  }
}
