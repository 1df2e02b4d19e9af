package dev.tare.scheduler.store.connection;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** One statement's text, with a number by which a session keeps it prepared. */
public final class Sql {
  private static final AtomicInteger NEXT = new AtomicInteger();
  private static final Pattern READING = Pattern.compile(
      "\\s*(SELECT\\b|WITH\\b(?!.*\\b(INSERT|UPDATE|DELETE|REPLACE)\\b))",
      Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private final int number;
  private final String text;
  private final boolean writing;

  private Sql(String text) {
    this.number = NEXT.getAndIncrement();
    this.text = text;
    this.writing = !READING.matcher(text).lookingAt();
  }

  /** A statement; make each once, in a constant. */
  public static Sql of(String text) {
    return new Sql(text);
  }

  /** A number of its own, 0 and up. */
  public int number() {
    return number;
  }

  /** Whether SQLite needs its one writer for it; what may be either counts as writing. */
  boolean isWriting() {
    return writing;
  }

  /** The text, with a question mark a parameter. */
  public String text() {
    return text;
  }
}
