package dev.tare.benchmarks.store;

import java.util.HashMap;
import java.util.Map;

/**
 * What an operation is about, made when it begins so that any failure on the way can tell: an
 * immutable map, copied for every entry that is added to it.
 */
public record ErrorContext(String operation, Map<String, String> entries) {

  /** The context of an operation on a table. */
  public static ErrorContext of(String table, String operation) {
    return new ErrorContext(operation, Map.of("table", table));
  }

  /** The same with one entry more. */
  public ErrorContext with(String key, Object value) {
    Map<String, String> more = new HashMap<>(entries);
    more.put(key, String.valueOf(value));
    return new ErrorContext(operation, Map.copyOf(more));
  }

  @Override
  public String toString() {
    return operation + ' ' + entries;
  }
}
