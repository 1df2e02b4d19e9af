package dev.tare.scheduler.api.route;

import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemException;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.model.page.PageRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request's address. One that is not known, comes twice or can not be decoded
 * is refused: a parameter that is misspelt should not be taken for one that is absent.
 */
public final class Query {
  private final String[] names;
  private final @Nullable String[] values;

  private Query(String[] names) {
    this.names = names;
    this.values = new String[names.length];
  }

  /** Reads a raw query, in which only these names may be. */
  public static Query parse(@Nullable String raw, String... names) {
    Query query = new Query(names);
    int from = 0;
    while (raw != null && from < raw.length()) {
      int ampersand = raw.indexOf('&', from);
      int to = ampersand < 0 ? raw.length() : ampersand;
      if (to > from) {
        query.add(raw.substring(from, to));
      }
      from = to + 1;
    }
    return query;
  }

  private void add(String pair) {
    int equals = pair.indexOf('=');
    String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
    String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        if (values[i] != null) {
          throw refused(name, "the parameter " + name + " comes twice: send it once");
        }
        values[i] = value;
        return;
      }
    }
    throw refused(
        name,
        names.length == 0
            ? "there are no parameters here"
            : "there is no such parameter: there are " + String.join(", ", names));
  }

  /** The value of a parameter, decoded; null if it is absent. */
  public @Nullable String text(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return values[i];
      }
    }
    return null;
  }

  /** The value of a parameter that is a number, or another value if it is absent. */
  public int number(String name, int otherwise, int least, int most) {
    String value = text(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, as a number outside of the range is
    }
    throw refused(name, name + " is to be a whole number from " + least + " to " + most);
  }

  /** The value of a parameter that is one of a few words, or null if it is absent. */
  public <E extends Enum<E>> @Nullable E word(String name, E[] words) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    StringBuilder known = new StringBuilder();
    for (E word : words) {
      if (word.name().equals(value)) {
        return word;
      }
      known.append(known.length() == 0 ? "" : ", ").append(word);
    }
    throw refused(name, name + " is to be one of " + known);
  }

  /** The part of a list that {@code page}, and {@code pageSize} or {@code size}, ask for. */
  public PageRequest page() {
    int page = number("page", 1, 1, Integer.MAX_VALUE);
    int size = number("size", PageRequest.DEFAULT_SIZE, 1, PageRequest.MAX_SIZE);
    size = number("pageSize", size, 1, PageRequest.MAX_SIZE);
    return page == 1 && size == PageRequest.DEFAULT_SIZE
        ? PageRequest.first()
        : new PageRequest(page, size);
  }

  private static String decoded(String raw) {
    if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
      return raw;
    }
    try {
      return URLDecoder.decode(raw, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Problem.of(
              ProblemKind.BAD_REQUEST,
              "the query has a % without two hexadecimal digits behind it: write it as %25")
          .asException();
    }
  }

  private static ProblemException refused(String name, String detail) {
    return Problem.ofField(ProblemKind.BAD_REQUEST, shortened(name), detail).asException();
  }

  private static String shortened(String name) {
    return name.length() > 100 ? name.substring(0, 100) + "…" : name;
  }
}
