package dev.tare.reports.matrix;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database that benchmarks run against. It reaches any suite in two generic ways: rows with a
 * parameter {@code dialect} run with this one's, and the measuring JVM finds {@code spec} in the
 * system property {@code tare.db}.
 *
 * @param spec {@code sqlite}, {@code testcontainers}, {@code embedded}, {@code postgres}, or a JDBC
 *     address, which may hold credentials: show {@link #toString} instead
 * @param dialect {@code sqlite} or {@code postgresql}
 */
public record Database(String spec, String dialect) {
  /** The parameter by which a suite tells its dialects apart. */
  public static final String PARAM = "dialect";

  /** The embedded default. */
  public static final Database SQLITE = new Database("sqlite", "sqlite");

  private static final String KNOWN =
      "sqlite, testcontainers, embedded, postgres, jdbc:postgresql:…, jdbc:sqlite:…";
  private static final String MASK = "***";

  // What follows // up to an @, and the value of every parameter that can be a credential.
  private static final Pattern USER_INFO = Pattern.compile("(jdbc:[a-z:]*//)([^/@\\s'\"]+)@");
  private static final Pattern PARAMETER = Pattern.compile(
      "([?&;][^=&;?\\s]*(?:user|pass|pwd|secret|token)[^=&;?\\s]*=)([^&;\\s'\"]*)",
      Pattern.CASE_INSENSITIVE);

  /**
   * Reads a specification.
   *
   * @throws IllegalArgumentException if it is none; the message holds no credential
   */
  public static Database of(String spec) {
    return switch (spec) {
      case "sqlite" -> SQLITE;
      case "testcontainers", "embedded", "postgres" -> new Database(spec, "postgresql");
      default -> {
        if (spec.startsWith("jdbc:postgresql:")) {
          yield new Database(spec, "postgresql");
        }
        if (spec.startsWith("jdbc:sqlite:")) {
          yield new Database(spec, "sqlite");
        }
        throw new IllegalArgumentException(
            "'" + scheme(spec) + "' is no database; known: " + KNOWN);
      }
    };
  }

  /** Whether every JVM that is told of it works on the same one. */
  boolean isShared() {
    return spec.startsWith("jdbc:");
  }

  /** The text with the credentials of every JDBC address in it masked. */
  public static String mask(String text) {
    if (!text.contains("jdbc:")) {
      return text;
    }
    String masked = USER_INFO.matcher(text).replaceAll("$1" + Matcher.quoteReplacement(MASK) + "@");
    return PARAMETER.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
  }

  /** The credentials in this specification, as written and decoded. */
  List<String> credentials() {
    List<String> found = new ArrayList<>();
    Matcher userInfo = USER_INFO.matcher(spec);
    if (userInfo.find()) {
      int colon = userInfo.group(2).indexOf(':');
      found.add(userInfo.group(2).substring(colon + 1));
    }
    Matcher parameter = PARAMETER.matcher(spec);
    while (parameter.find()) {
      if (!parameter.group(1).substring(1).startsWith("user=")) {
        found.add(parameter.group(2));
      }
    }
    for (String raw : List.copyOf(found)) {
      try {
        found.add(URLDecoder.decode(raw, StandardCharsets.UTF_8));
      } catch (IllegalArgumentException notEncoded) {
        // Then the raw text is the only form there is.
      }
    }
    found.removeIf(String::isEmpty);
    return found;
  }

  private static String scheme(String spec) {
    int scheme = spec.startsWith("jdbc:") ? spec.indexOf(':', "jdbc:".length()) : -1;
    return scheme < 0 ? mask(spec) : spec.substring(0, scheme + 1) + '…';
  }

  /** The specification without its credentials. */
  @Override
  public String toString() {
    return mask(spec);
  }
}
