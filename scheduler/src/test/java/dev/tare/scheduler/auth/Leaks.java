package dev.tare.scheduler.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;

/** Looks for a secret, or a part of one that is long enough to be told, in a text. */
public final class Leaks {
  private static final int PART_CHARS = 8;

  private Leaks() {}

  public static void assertHoldsNothingOf(String secret, String text) {
    for (int i = 0; i + PART_CHARS <= secret.length(); i++) {
      assertThat(text).doesNotContain(secret.substring(i, i + PART_CHARS));
    }
  }

  /** The message, the causes and the stack traces, as a log would show them. */
  public static String textOf(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
