package dev.tare.reports;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** A command line as a user can paste it into a shell. */
public final class CommandText {
  private static final String PLAIN = "%+,-./:=@_";
  private static final String REGEX_SPECIAL = "\\.[]{}()*+?^$|";

  private CommandText() {}

  /** The words, quoted where a shell would read more into them. */
  public static String of(List<String> words) {
    return words.stream().map(CommandText::quote).collect(joining(" "));
  }

  /** A regular expression for exactly this text, without the noise of quoting all of it. */
  public static String literalRegex(String text) {
    StringBuilder regex = new StringBuilder(text.length() + 8);
    text.chars().forEach(c -> {
      if (REGEX_SPECIAL.indexOf(c) >= 0) {
        regex.append('\\');
      }
      regex.append((char) c);
    });
    return regex.toString();
  }

  private static String quote(String word) {
    boolean plain = !word.isEmpty()
        && word.chars()
            .allMatch(c -> PLAIN.indexOf(c) >= 0 || (c < 128 && Character.isLetterOrDigit(c)));
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
