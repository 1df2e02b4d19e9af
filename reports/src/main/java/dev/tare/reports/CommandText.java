package dev.tare.reports;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
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

  /** The words of such a line; a quotation that does not end goes to the end of the line. */
  public static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean within = false;
    boolean quoted = false;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (c == '\'') {
        quoted = !quoted;
        within = true;
      } else if (c == '\\' && !quoted && i + 1 < command.length()) {
        word.append(command.charAt(++i));
        within = true;
      } else if (c == ' ' && !quoted) {
        if (within) {
          words.add(word.toString());
          word.setLength(0);
        }
        within = false;
      } else {
        word.append(c);
        within = true;
      }
    }
    if (within) {
      words.add(word.toString());
    }
    return words;
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
