package dev.tare.reports.cli;

import dev.tare.reports.DurableWriter;
import dev.tare.reports.cli.inspect.Inspections;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.io.Terminal;
import dev.tare.reports.cli.options.Defaults;
import dev.tare.reports.cli.verbs.Verbs;
import dev.tare.reports.launch.ChildJvmMeasurer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of the command line: knows the verbs, and how every one of them ends. */
@Command(
    name = "tare",
    description = "Measures exactly what JMH benchmarks allocate, and keeps it measured.",
    versionProvider = Tare.Version.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "VERB",
    sortOptions = false,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:ok",
      "1:error: something could not be measured, read or written",
      "2:usage: the command line makes no sense",
      "3:regression: a figure is above its limit",
      "4:improvement: a figure is below its baseline, unclaimed",
      "5:baseline missing: a figure has nothing to be judged by"
    })
public final class Tare implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls run
  private CommandSpec spec;

  /** The command as a process. */
  public static void main(String[] arguments) {
    Surroundings surroundings = new Surroundings(
        new ChildJvmMeasurer(),
        DurableWriter.toDisk(),
        utf8(FileDescriptor.out),
        utf8(FileDescriptor.err),
        Terminal.isWatched(),
        Defaults.ofThisProcess());
    System.exit(run(surroundings, arguments));
  }

  // Names and arrows are not ASCII; what the platform's charset lacks would come out as '?'.
  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }

  /** Runs one command line and returns its exit status. */
  static int run(Surroundings surroundings, String... arguments) {
    CommandLine root =
        Inspections.addTo(Verbs.addTo(new CommandLine(new Tare()), surroundings), surroundings);
    root.addSubcommand(new SelftestVerb(surroundings));
    Endings endings = new Endings(surroundings);
    return root.setOut(surroundings.out())
        .setErr(surroundings.err())
        .setParameterExceptionHandler(endings)
        .setExecutionExceptionHandler(endings)
        .setUsageHelpLongOptionsMaxWidth(28)
        .execute(arguments);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a verb is missing");
  }

  /** What {@code --version} prints. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Tare.class.getPackage().getImplementationVersion();
      return new String[] {"tare " + (version == null ? "(unpackaged build)" : version)};
    }
  }
}
