package dev.tare.scheduler.store.connection;

import java.util.concurrent.atomic.AtomicInteger;

/** One statement's text, with a number by which a session keeps it prepared. */
public final class Sql {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final int number;
  private final String text;

  private Sql(String text) {
    this.number = NEXT.getAndIncrement();
    this.text = text;
  }

  /** A statement; make each once, in a constant. */
  public static Sql of(String text) {
    return new Sql(text);
  }

  /** A number of its own, 0 and up. */
  public int number() {
    return number;
  }

  /** The text, with a question mark a parameter. */
  public String text() {
    return text;
  }
}
