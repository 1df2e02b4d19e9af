package dev.tare.benchmarks.run;

import java.util.HashMap;
import java.util.Map;

/**
 * What an operation is about, made when it begins so that any failure on the way can tell: an
 * immutable map, copied for every entry that is added to it.
 */
record ErrorContext(String operation, Map<String, String> entries) {

  static ErrorContext of(String operation) {
    return new ErrorContext(operation, Map.of("table", "task_run"));
  }

  ErrorContext with(String key, Object value) {
    Map<String, String> more = new HashMap<>(entries);
    more.put(key, String.valueOf(value));
    return new ErrorContext(operation, Map.copyOf(more));
  }

  @Override
  public String toString() {
    return operation + ' ' + entries;
  }
}
