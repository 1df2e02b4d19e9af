package dev.tare.reports.cli.options.judge;

import dev.tare.profiling.wire.Timing;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether JMH is to take time too, and how. */
public final class TimeOptions {
  @Option(
      names = "--time",
      description = "Also have JMH take the time of each row, in JVMs of its own; shown with JMH's"
          + " error at 99.9 %%, never judged.")
  private boolean wanted;

  @Option(
      names = "--time-forks",
      paramLabel = "N",
      description = "How many JVMs a row; default: ${DEFAULT-VALUE}.")
  private int forks = Timing.USUAL.forks();

  @Option(
      names = "--time-warmups",
      paramLabel = "N",
      description = "Iterations of each that do not count; default: ${DEFAULT-VALUE}.")
  private int warmUps = Timing.USUAL.warmUps();

  @Option(
      names = "--time-iterations",
      paramLabel = "N",
      description = "Iterations of each that do; default: ${DEFAULT-VALUE}.")
  private int iterations = Timing.USUAL.iterations();

  @Option(
      names = "--time-millis",
      paramLabel = "MS",
      description = "How long an iteration takes; default: ${DEFAULT-VALUE}.")
  private int millis = Timing.USUAL.millis();

  /**
   * How time is to be taken, if it is.
   *
   * @throws UserError if that gives no figure, or is said where no time is taken
   */
  public Optional<Timing> timing() {
    Timing timing;
    try {
      timing = new Timing(forks, warmUps, iterations, millis);
    } catch (IllegalArgumentException wrong) {
      throw new UserError(ExitCode.USAGE, String.valueOf(wrong.getMessage()));
    }
    if (!wanted && !timing.equals(Timing.USUAL)) {
      throw new UserError(
          ExitCode.USAGE, "how to take time is said, and not to take it: add --time");
    }
    return wanted ? Optional.of(timing) : Optional.empty();
  }

  /** The options that take it the same way again. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (wanted) {
      arguments.add("--time");
      add(arguments, "--time-forks", forks, Timing.USUAL.forks());
      add(arguments, "--time-warmups", warmUps, Timing.USUAL.warmUps());
      add(arguments, "--time-iterations", iterations, Timing.USUAL.iterations());
      add(arguments, "--time-millis", millis, Timing.USUAL.millis());
    }
    return arguments;
  }

  private static void add(List<String> arguments, String option, int value, int usual) {
    if (value != usual) {
      arguments.add(option);
      arguments.add(Integer.toString(value));
    }
  }
}
