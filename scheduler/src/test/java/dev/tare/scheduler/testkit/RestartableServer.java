package dev.tare.scheduler.testkit;

import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A PostgreSQL of a test's own that can be restarted under its clients, at the schema of this
 * version and as durable as any other of the kit. It is at the same address afterwards.
 */
public final class RestartableServer implements AutoCloseable {
  private static final String LIMIT_SECONDS = "30";

  private final EmbeddedPostgres server;
  private final Path data;
  private final Path log;

  private RestartableServer(EmbeddedPostgres server, Path data, Path log) {
    this.server = server;
    this.data = data;
    this.log = log;
  }

  /** A new one, that answers. */
  public static RestartableServer start() {
    try {
      Path data = Files.createTempDirectory("tare-postgres");
      Path log = Files.createTempFile("tare-postgres", ".log");
      EmbeddedPostgres server = Databases.durable().setDataDirectory(data).start();
      RestartableServer restartable = new RestartableServer(server, data, log);
      Migrations.apply(DataSources.physical(restartable.url()), Dialect.POSTGRESQL);
      return restartable;
    } catch (IOException e) {
      throw new UncheckedIOException("embedded PostgreSQL does not start", e);
    }
  }

  /** Where to connect, with the user. */
  public String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  /**
   * As after a power cut: every connection breaks without a word, nothing is written any more, and
   * the server that starts then recovers from its log. Returns when it answers.
   */
  public void crash() {
    restart("immediate");
  }

  /** As an administrator does it: connections are told, and what they do is rolled back. */
  public void restart() {
    restart("fast");
  }

  private void restart(String mode) {
    List<String> command = new ArrayList<>();
    if (LinuxUtils.isUnshareAvailable()) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL refuses to run as root
    }
    try {
      // The server notes there how it was started: its program, behind it every option.
      String options = Files.readString(data.resolve("postmaster.opts"));
      Path program = Path.of(options.substring(0, options.indexOf(" \"")));
      command.addAll(List.of(
          program.resolveSibling("pg_ctl").toString(),
          "restart",
          "--mode=" + mode,
          "--pgdata=" + data,
          "--log=" + log,
          "--wait",
          "--timeout=" + LIMIT_SECONDS));
      int exit = new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .redirectErrorStream(true)
          .start()
          .waitFor();
      if (exit != 0) {
        throw new IllegalStateException("pg_ctl ended with " + exit + ": " + Files.readString(log));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the server can not be restarted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the server restarts", e);
    }
  }

  /** Stops it and deletes what it held. */
  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new UncheckedIOException("embedded PostgreSQL does not stop", e);
    }
  }
}
