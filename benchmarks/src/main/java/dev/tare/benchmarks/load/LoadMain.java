package dev.tare.benchmarks.load;

import dev.tare.benchmarks.command.UsageException;
import dev.tare.profiling.meter.RunningJvm;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.DatabaseHost;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;

/** The command behind scripts/load. */
public final class LoadMain {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  private LoadMain() {}

  /** Measures, prints, and ends the JVM with the code that {@link LoadOptions#USAGE} tells. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out, err));
  }

  /** The same without an end; the exit code. */
  static int run(List<String> arguments, PrintStream out, PrintStream err) {
    if (arguments.contains("--help") || arguments.contains("-h")) {
      out.print(LoadOptions.USAGE);
      return 0;
    }
    try {
      LoadOptions options = LoadOptions.parse(arguments);
      Database database = DatabaseHost.of(options.database());
      List<LoadResult> results =
          new LoadRun(options, database, line -> err.println("load: " + line)).measure();
      out.print(
          options.json()
              ? LoadJson.of(results, database.description())
              : LoadText.of(results, options, database.description(), RunningJvm.describe()));
      return 0;
    } catch (UsageException e) {
      err.println("load: " + e.getMessage());
      return USAGE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("load: interrupted");
      return FAILED;
    } catch (SQLException | RuntimeException e) {
      err.println("load: " + (e.getMessage() == null ? e : e.getMessage()));
      return FAILED;
    }
  }
}
