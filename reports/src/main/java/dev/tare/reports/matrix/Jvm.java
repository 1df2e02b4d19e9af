package dev.tare.reports.matrix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JVM to measure on. Two of one home can differ in their arguments, such as the layout of their
 * objects; which baseline a JVM has is what it says of itself.
 *
 * @param home the home of a JDK
 * @param arguments what it is started with, before the arguments for all JVMs
 */
public record Jvm(Path home, List<String> arguments) {
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

  /** Arguments are copied. */
  public Jvm {
    arguments = List.copyOf(arguments);
  }

  /** A JVM without arguments of its own. */
  public static Jvm at(Path home) {
    return new Jvm(home, List.of());
  }

  /** Reads a home, and what follows it from the first blank that a {@code -} comes after. */
  public static Jvm of(String text) {
    int first = text.indexOf(" -");
    if (first < 0) {
      return at(Path.of(text));
    }
    List<String> arguments = new ArrayList<>();
    StringTokenizer words = new StringTokenizer(text.substring(first), " ");
    while (words.hasMoreTokens()) {
      arguments.add(words.nextToken());
    }
    return new Jvm(Path.of(text.substring(0, first).stripTrailing()), arguments);
  }

  /** The JDK's feature release by the file that it comes with; empty if it has none. */
  Optional<Integer> release() {
    try {
      Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
      return version.find() ? Optional.of(Integer.valueOf(version.group(1))) : Optional.empty();
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** Home and arguments as {@link #of} reads them, credentials masked. */
  @Override
  public String toString() {
    return arguments.isEmpty()
        ? home.toString()
        : home + " " + Database.mask(String.join(" ", arguments));
  }
}
