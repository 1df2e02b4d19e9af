package dev.tare.scheduler.server;

import dev.tare.scheduler.error.SchedulerException;
import dev.tare.scheduler.store.connection.DataSources;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The server's command line: without a word, an API on loopback before an SQLite database. */
@Command(
    name = "tare-scheduler",
    mixinStandardHelpOptions = true,
    subcommands = TokenCommand.class,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:stopped in order", "1:an error", "2:the command line makes no sense"},
    description = "Schedules and runs tasks, and answers HTTP under /api. Several processes on one "
        + "PostgreSQL share the work.")
public final class Main implements Callable<Integer> {
  /**
   * What libraries say of a good start would hide where the server listens. And what a client sends
   * for a Host is answered with 400: as a warning, anybody could fill the log with it.
   */
  private static final Map<String, String> LOG_LEVELS = Map.of(
      "com.zaxxer.hikari", "warn",
      "org.flywaydb", "warn",
      "org.eclipse.jetty", "warn",
      "org.eclipse.jetty.http.HttpParser", "error",
      "org.eclipse.jetty.util.HostPort", "error");

  @Mixin
  private ServerOptions options = new ServerOptions();

  @Spec
  private CommandSpec spec = CommandSpec.create();

  private Main() {}

  /** Runs until the process is asked to end. */
  public static void main(String[] args) {
    LOG_LEVELS.forEach((library, level) ->
        System.getProperties().putIfAbsent("org.slf4j.simpleLogger.log." + library, level));
    int code = commandLine().execute(args);
    if (code != CommandLine.ExitCode.OK) {
      System.exit(code);
    }
  }

  /** The command, whose errors are one line that says what, where and what to do. */
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((failure, line, parsed) -> {
          if (!(failure instanceof SchedulerException
              || failure instanceof IllegalArgumentException)) {
            throw failure;
          }
          line.getErr().println("tare-scheduler: " + failure.getMessage());
          line.getErr().flush();
          return CommandLine.ExitCode.SOFTWARE;
        })
        .setParameterExceptionHandler((failure, args) -> {
          PrintWriter err = failure.getCommandLine().getErr();
          err.println("tare-scheduler: " + failure.getMessage() + "; see --help");
          err.flush();
          return CommandLine.ExitCode.USAGE;
        });
  }

  @Override
  public Integer call() throws InterruptedException {
    Clock clock = Clock.systemUTC();
    Server server = Server.start(options.scheduler(), options.listener(clock), clock);
    CountDownLatch stopped = new CountDownLatch(1);
    Thread hook = new Thread(
        () -> {
          server.close();
          stopped.countDown();
        },
        "tare-shutdown");
    Runtime.getRuntime().addShutdownHook(hook);
    PrintWriter out = spec.commandLine().getOut();
    out.println("Tare scheduler: http://" + options.host + ':' + server.port() + "/api  ("
        + DataSources.shown(options.db) + ", worker "
        + server.scheduler().worker().id() + ')');
    out.flush();
    stopped.await();
    return CommandLine.ExitCode.OK;
  }
}
