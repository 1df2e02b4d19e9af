package dev.tare.reports.page;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of places on one page, by which links find them; no two are the same. Not thread-safe. */
public final class Anchors {
  private static final int MOST_CHARS = 96;

  private final Set<String> taken = new HashSet<>();

  /**
   * A name of lower-case letters, digits and dashes that reminds of this text.
   *
   * @param kind what it begins with
   */
  public String of(String kind, String text) {
    StringBuilder slug = new StringBuilder(kind);
    boolean gap = true;
    for (char c : text.toLowerCase(Locale.ROOT).toCharArray()) {
      boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (plain && slug.length() < MOST_CHARS) {
        slug.append(gap ? "-" : "").append(c);
      }
      gap = !plain;
    }
    String name = slug.toString();
    for (int i = 2; !taken.add(name); i++) {
      name = slug + "-" + i;
    }
    return name;
  }
}
