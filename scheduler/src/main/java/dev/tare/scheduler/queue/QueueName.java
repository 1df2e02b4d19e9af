package dev.tare.scheduler.queue;

import dev.tare.scheduler.error.ValidationException;
import org.jspecify.annotations.Nullable;

/**
 * The name of a queue, checked and hashed once. Make each once and keep it: no operation builds or
 * parses a name.
 */
public final class QueueName {
  /** The longest name, in characters. */
  public static final int MAX_CHARS = 200;

  private static final String DEAD_SUFFIX = ".dead";

  private final String text;
  private final int hash;
  private final @Nullable QueueName source;
  private final @Nullable QueueName deadLetters;

  private QueueName(String text, @Nullable QueueName source) {
    this.text = text;
    this.hash = text.hashCode();
    this.source = source;
    this.deadLetters = source == null ? new QueueName(text + DEAD_SUFFIX, this) : null;
  }

  /**
   * The queue of this name.
   *
   * @param text 1–200 ASCII letters, digits and {@code . _ - : @ /}, not ending in {@code .dead}
   * @throws ValidationException if it is anything else
   */
  public static QueueName of(String text) {
    if (text.isEmpty() || text.length() > MAX_CHARS || text.endsWith(DEAD_SUFFIX)) {
      throw refused();
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (!letter && !(c >= '0' && c <= '9') && "._-:@/".indexOf(c) < 0) {
        throw refused();
      }
    }
    return new QueueName(text, null);
  }

  private static ValidationException refused() {
    return new ValidationException("a queue's name has 1 to " + MAX_CHARS
        + " letters, digits and . _ - : @ / and does not end in " + DEAD_SUFFIX);
  }

  /** The name as text. */
  public String text() {
    return text;
  }

  /** Where the dead letters of this queue are; of dead letters, itself. */
  public QueueName deadLetters() {
    return deadLetters == null ? this : deadLetters;
  }

  /** Whether this names dead letters. */
  public boolean isDeadLetters() {
    return deadLetters == null;
  }

  /**
   * This name, of a queue that one can publish to, create and delete.
   *
   * @throws ValidationException if it names dead letters: their queue does that
   */
  public QueueName requireLive() {
    if (isDeadLetters()) {
      throw new ValidationException(
          text + " comes and goes with its queue, and is filled by it alone");
    }
    return this;
  }

  /** Of dead letters, the queue that gives them up; of any other queue, itself. */
  public QueueName source() {
    return source == null ? this : source;
  }

  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof QueueName that && text.equals(that.text));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return text;
  }
}
