package dev.tare.scheduler.store.jdbc;

import org.jspecify.annotations.Nullable;

/** What an operation is about, put into words only if it fails. */
public record Subject(String words, @Nullable String name, long number) {

  /** Such as {@code of worker} and its name. */
  public static Subject of(String words, String name) {
    return new Subject(words, name, 0);
  }

  /** Such as {@code before} and an instant. */
  public static Subject of(String words, long number) {
    return new Subject(words, null, number);
  }

  @Override
  public String toString() {
    return words + ' ' + (name == null ? Long.toString(number) : name);
  }
}
