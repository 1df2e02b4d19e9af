package dev.tare.reports.cli.verbs;

import dev.tare.reports.CommandText;
import dev.tare.reports.cli.io.Surroundings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/** What all verbs have in common. */
public abstract class Verb implements Callable<Integer> {
  @Option(names = "--quiet", order = 98, description = "Print only what needs attention.")
  private boolean quiet;

  @Option(
      names = "--stacktrace",
      order = 99,
      description = "Print the stack trace of what went wrong.")
  private boolean stackTrace;

  /** Streams, files and what measures. */
  protected final Surroundings surroundings;

  /** A verb on these streams and files. */
  protected Verb(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Whether only what needs attention is printed. */
  protected final boolean quiet() {
    return quiet;
  }

  /** Whether a failure is to be printed with its stack trace. */
  public final boolean wantsStackTrace() {
    return stackTrace;
  }

  /** The command line of a verb with these arguments, as the user calls the command. */
  protected final String command(String verb, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of(surroundings.defaults().command(), verb));
    words.addAll(arguments);
    return CommandText.of(words);
  }

  final void print(String line) {
    surroundings.out().println(line);
  }
}
