package dev.tare.reports.cli.io;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Tells whether a person watches, or a pipe, a file or a CI runner. */
public final class Terminal {
  private Terminal() {}

  /** Whether progress has a reader. */
  @SuppressWarnings("SystemConsoleNull") // both answers are asked for: null, and isTerminal
  public static boolean isWatched() {
    Console console = System.console();
    if (console == null || System.getenv("CI") != null) {
      return false;
    }
    try {
      // From JDK 22 on there is a console even where there is no terminal, and a method to ask it.
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (NoSuchMethodException earlierJdk) {
      return true;
    } catch (IllegalAccessException | InvocationTargetException unknown) {
      return false;
    }
  }
}
