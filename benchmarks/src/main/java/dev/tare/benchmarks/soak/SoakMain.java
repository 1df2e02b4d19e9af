package dev.tare.benchmarks.soak;

import dev.tare.benchmarks.command.UsageException;
import dev.tare.benchmarks.soak.growth.Growth;
import dev.tare.profiling.meter.RunningJvm;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.DatabaseHost;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The command behind scripts/soak. */
public final class SoakMain {
  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final int GROWING = 3;
  private static final int OPEN = 4;

  private SoakMain() {}

  /** Soaks, prints, and ends the JVM with the code that {@link SoakOptions#USAGE} tells. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, err));
  }

  /** The same without an end; the exit code. */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.print(SoakOptions.USAGE);
      return 0;
    }
    try {
      SoakOptions options = SoakOptions.parse(arguments);
      Database database = DatabaseHost.of(options.database()).empty();
      SoakResult result = new Soak(options, database, line -> err.println("soak: " + line)).run();
      out.print(
          options.json()
              ? SoakJson.of(result, database.description())
              : SoakText.of(result, options, database.description(), RunningJvm.describe()));
      return result.has(Growth.Verdict.GROWING)
          ? GROWING
          : result.has(Growth.Verdict.OPEN) ? OPEN : 0;
    } catch (UsageException e) {
      err.println("soak: " + e.getMessage());
      return USAGE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("soak: interrupted");
      return FAILED;
    } catch (RuntimeException e) {
      err.println("soak: " + (e.getMessage() == null ? e : e.getMessage()));
      return FAILED;
    }
  }
}
