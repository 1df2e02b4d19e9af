package dev.tare.reports.cli;

import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.verbs.Verb;
import dev.tare.reports.matrix.Database;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Ends a command that cannot go on: one line on standard error, and the exit code of its kind. */
final class Endings implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private final Surroundings surroundings;

  Endings(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public int handleParseException(ParameterException error, String[] arguments) {
    CommandLine command = error.getCommandLine();
    String message = error instanceof UnmatchedArgumentException unmatched
        ? unmatched(unmatched, command)
        : String.valueOf(error.getMessage());
    say(lowerFirst(message) + "; see '" + command.getCommandSpec().qualifiedName() + " --help'");
    return ExitCode.USAGE.code();
  }

  @Override
  public int handleExecutionException(Exception error, CommandLine command, ParseResult parsed) {
    if (error instanceof ParameterException usage) {
      return handleParseException(usage, new String[0]);
    }
    boolean wantsStackTrace = command.getCommand() instanceof Verb verb && verb.wantsStackTrace();
    if (error instanceof UserError userError) {
      say(String.valueOf(userError.getMessage()));
    } else {
      say("internal error: " + error + "; please report it with the output of --stacktrace");
    }
    if (wantsStackTrace) {
      error.printStackTrace(surroundings.err());
    }
    return error instanceof UserError userError
        ? userError.exitCode().code()
        : ExitCode.ERROR.code();
  }

  private static String unmatched(UnmatchedArgumentException error, CommandLine command) {
    String argument = error.getUnmatched().get(0);
    boolean option = argument.startsWith("-");
    Collection<String> verbs = command.getSubcommands().keySet();
    StringBuilder text = new StringBuilder(option ? "unknown option '" : "unknown verb '");
    if (!option && verbs.isEmpty()) {
      text.setLength(0);
      text.append("unexpected argument '");
    }
    text.append(argument).append('\'');
    List<String> suggestions = option || !verbs.isEmpty() ? error.getSuggestions() : List.of();
    if (!suggestions.isEmpty()) {
      text.append(", did you mean '").append(suggestions.get(0)).append('\'');
    } else if (!option && !verbs.isEmpty()) {
      text.append("; known: ").append(String.join(", ", verbs));
    }
    return text.toString();
  }

  /** The parser begins with a capital; our own messages do not. */
  private static String lowerFirst(String text) {
    return text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }

  private void say(String message) {
    String line = Database.mask(message)
        .strip()
        .lines()
        .map(String::strip)
        .reduce("", (a, b) -> a.isEmpty() ? b : a + ' ' + b);
    surroundings.err().println("tare: " + line);
    surroundings.err().flush();
  }
}
