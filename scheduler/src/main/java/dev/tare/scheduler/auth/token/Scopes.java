package dev.tare.scheduler.auth.token;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits the scopes of tokens, and remembers those of the last one: most tokens of an installation
 * say the same, and get the same set. Thread-safe.
 */
final class Scopes {
  private volatile Split last = new Split("", Set.of());

  private record Split(String text, Set<String> words) {}

  /** The words of a text, of which there may be none. */
  Set<String> of(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Set.of();
    }
    Split seen = last;
    if (!seen.text.equals(text)) {
      seen = new Split(text, words(text));
      last = seen;
    }
    return seen.words;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    int from = 0;
    while (from <= text.length()) {
      int space = text.indexOf(' ', from);
      int to = space < 0 ? text.length() : space;
      if (to > from) {
        words.add(text.substring(from, to));
      }
      from = to + 1;
    }
    return Set.copyOf(words);
  }
}
