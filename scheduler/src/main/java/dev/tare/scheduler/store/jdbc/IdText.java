package dev.tare.scheduler.store.jdbc;

import dev.tare.scheduler.model.Ids;
import dev.tare.scheduler.model.worker.TypeSet;
import org.jspecify.annotations.Nullable;

/**
 * Short lists of ids in one column: a JSON array, which both databases can take apart. Reads what
 * it has written, and nothing else.
 */
public final class IdText {

  private IdText() {}

  /** The column of a list; NULL if it is empty. */
  public static @Nullable String of(Ids ids) {
    return ids.isEmpty() ? null : ids.toString();
  }

  /** The column of a set of types; NULL if it is all of them. */
  public static @Nullable String of(TypeSet types) {
    return types.isAll() ? null : types.toString();
  }

  /** The list in a column. */
  public static Ids ids(@Nullable String column) {
    return column == null ? Ids.NONE : Ids.of(parse(column));
  }

  /** The set of types in a column. */
  public static TypeSet types(@Nullable String column) {
    if (column == null) {
      return TypeSet.ALL;
    }
    int[] ids = new int[size(column)];
    int start = 1;
    for (int i = 0; i < ids.length; i++) {
      int end = end(column, start);
      ids[i] = Integer.parseInt(column, start, end, 10);
      start = end + 1;
    }
    return TypeSet.of(ids);
  }

  private static long[] parse(String text) {
    long[] ids = new long[size(text)];
    int start = 1;
    for (int i = 0; i < ids.length; i++) {
      int end = end(text, start);
      ids[i] = Long.parseLong(text, start, end, 10);
      start = end + 1;
    }
    return ids;
  }

  private static int size(String text) {
    int size = 1;
    for (int i = 0; i < text.length(); i++) {
      size += text.charAt(i) == ',' ? 1 : 0;
    }
    return size;
  }

  private static int end(String text, int start) {
    int comma = text.indexOf(',', start);
    return comma < 0 ? text.length() - 1 : comma;
  }
}
