package dev.tare.benchmarks.load;

import dev.tare.benchmarks.command.UsageException;
import dev.tare.benchmarks.load.figures.Report;
import dev.tare.profiling.meter.RunningJvm;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.DatabaseHost;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

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
    Consumer<String> progress = line -> err.println("load: " + line);
    try {
      Operations operation = Operations.of(arguments);
      if (operation == null) {
        drainOrEnqueue(arguments, out, progress);
      } else {
        Report report = operation.measure(arguments, progress);
        progress.accept("written to " + report.publish(out));
      }
      return 0;
    } catch (UsageException e) {
      err.println("load: " + e.getMessage());
      return USAGE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("load: interrupted");
      return FAILED;
    } catch (IOException | SQLException | RuntimeException e) {
      err.println("load: " + (e.getMessage() == null ? e : e.getMessage()));
      return FAILED;
    }
  }

  private static void drainOrEnqueue(
      List<String> arguments, PrintStream out, Consumer<String> progress)
      throws SQLException, InterruptedException {
    LoadOptions options = LoadOptions.parse(arguments);
    Database database = DatabaseHost.of(options.database());
    List<LoadResult> results = new LoadRun(options, database, progress).measure();
    out.print(
        options.json()
            ? LoadJson.of(results, database.description())
            : LoadText.of(results, options, database.description(), RunningJvm.describe()));
  }
}
