package dev.tare.scheduler.store.jdbc;

import java.util.concurrent.atomic.AtomicInteger;

/** One statement's text, with a number by which a session keeps it prepared. */
final class Sql {
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final int number;
  private final String text;

  private Sql(String text) {
    this.number = NEXT.getAndIncrement();
    this.text = text;
  }

  /** A statement; make each once, in a constant. */
  static Sql of(String text) {
    return new Sql(text);
  }

  int number() {
    return number;
  }

  String text() {
    return text;
  }
}
