package dev.tare.scheduler.server;

import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.SchedulerBuilder;
import dev.tare.scheduler.api.http.ListenerConfig;
import dev.tare.scheduler.worker.executor.EchoExecutor;
import dev.tare.scheduler.worker.executor.http.HttpExecutor;
import dev.tare.scheduler.worker.executor.http.HttpSettings;
import dev.tare.scheduler.worker.executor.shell.ShellExecutor;
import dev.tare.scheduler.worker.executor.shell.ShellSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What the command line says of the server; picocli sets the fields. */
final class ServerOptions {
  @Option(
      names = "--db",
      paramLabel = "URL",
      defaultValue = "${env:TARE_DB:-jdbc:sqlite:tare.db}",
      description = "the database: jdbc:sqlite:FILE or jdbc:postgresql://HOST/NAME?user=… "
          + "(default: the variable TARE_DB, or jdbc:sqlite:tare.db)")
  String db = "";

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "where to listen; any other than loopback needs --key-file (default: 127.0.0.1)")
  String host = "";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8273",
      description = "the port; 0 for any that is free (default: 8273)")
  int port;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "runs at once (default: twice the processors)")
  @Nullable
  Integer concurrency;

  @Option(
      names = "--allow-shell",
      description = "run tasks of type shell: whoever may define a task may then run any program")
  boolean allowShell;

  @Option(
      names = "--zone",
      paramLabel = "ID",
      defaultValue = "Z",
      description = "the time zone of schedules, such as Europe/Berlin (default: UTC)")
  ZoneId zone = ZoneOffset.UTC;

  @Option(
      names = "--retention-days",
      paramLabel = "N",
      defaultValue = "0",
      description = "delete runs that finished so long ago (default: 0, keep all)")
  int retentionDays;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "10",
      description = "requests a second that a client may send, twice as many at once (default: 10)")
  int rate;

  @ArgGroup(exclusive = false)
  @Nullable
  KeyOptions keys;

  /** A scheduler over the database, with the executors that are switched on. */
  Scheduler scheduler() {
    SchedulerBuilder builder =
        Scheduler.builder().database(db).zone(zone).retentionDays(retentionDays);
    if (concurrency != null) {
      builder.concurrency(concurrency);
    }
    Scheduler scheduler = builder.build();
    scheduler.register(EchoExecutor.TYPE, new EchoExecutor());
    scheduler.register(HttpExecutor.TYPE, new HttpExecutor(HttpSettings.DEFAULT));
    if (allowShell) {
      scheduler.register(ShellExecutor.TYPE, new ShellExecutor(ShellSettings.DEFAULT));
    }
    return scheduler;
  }

  /** Where and for whom to listen. */
  ListenerConfig listener(Clock clock) {
    ListenerConfig config = ListenerConfig.loopback()
        .at(host, port)
        .limitedTo(2 * rate, rate)
        .sized(16, 1_024, Duration.ofSeconds(30));
    return keys == null ? config : config.authenticatedBy(keys.tokens(clock));
  }
}
