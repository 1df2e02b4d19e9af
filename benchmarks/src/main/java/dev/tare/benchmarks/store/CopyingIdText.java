package dev.tare.benchmarks.store;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lists of ids in a column, a JSON array, by split and join: a string and a box for each id, in
 * either direction. Also the question marks for a list of parameters.
 */
public final class CopyingIdText {
  private static final Pattern COMMA = Pattern.compile(",");

  private CopyingIdText() {}

  /** The ids in a column; none if it is NULL. */
  public static List<Long> parse(@Nullable String column) {
    if (column == null || column.equals("[]")) {
      return List.of();
    }
    return COMMA
        .splitAsStream(column.substring(1, column.length() - 1))
        .map(Long::valueOf)
        .toList();
  }

  /** The column of some ids. */
  public static String format(Collection<? extends Number> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  /** {@code (?, ?, ?)} for so many parameters. */
  public static String placeholders(int count) {
    return Collections.nCopies(count, "?").stream().collect(Collectors.joining(", ", "(", ")"));
  }
}
