package dev.tare.reports.cli;

import dev.tare.reports.DurableWriter;
import dev.tare.reports.ExitCode;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.Defaults;
import dev.tare.reports.launch.ChildJvmMeasurer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The command within another program, such as a build: the same words, files and exit codes,
 * without a process of its own. What is measured runs in JVMs of its own, as ever.
 *
 * <p>The project's own jar and baselines are not known here: the words name both. Relative paths
 * are those of this process. Any number may run at once, each on files of its own.
 */
public final class EmbeddedTare {
  private EmbeddedTare() {}

  /**
   * Runs one command line.
   *
   * @param commandLine how the user calls the command with the words that a verdict advises
   */
  public static Ending run(Function<List<String>, String> commandLine, List<String> words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Surroundings surroundings = new Surroundings(
        (request, progress) -> new ChildJvmMeasurer().measure(request, progress),
        DurableWriter.toDisk(),
        new PrintWriter(out, true),
        new PrintWriter(err, true),
        false,
        Defaults.ofCaller(commandLine));
    int code = Tare.run(surroundings, words.toArray(new String[0]));
    ExitCode exitCode = Arrays.stream(ExitCode.values())
        .filter(each -> each.code() == code)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no command ends with " + code));
    return new Ending(exitCode, out.toString(), err.toString());
  }

  /**
   * How a command ended.
   *
   * @param exitCode its exit code
   * @param out what it printed
   * @param err what it said beside that
   */
  public record Ending(ExitCode exitCode, String out, String err) {}
}
