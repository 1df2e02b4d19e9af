package dev.tare.benchmarks.load;

import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.testkit.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Processor time of a PostgreSQL server on this machine: of its first process, of those that run,
 * and of those that have ended. A server's processes name the port of the client that they serve,
 * which finds it in a container, too. What runs elsewhere is not known.
 */
final class ServerCpu {
  /** The unit of /proc on every Linux that Java runs on. */
  private static final long TICK_NANOS = 10_000_000;

  static final long UNKNOWN = -1;

  private static final Path PROCESSES = Path.of("/proc");

  private final @Nullable String server;

  private ServerCpu(@Nullable String server) {
    this.server = server;
  }

  /** That of a database; of SQLite, which has no server, it is unknown. */
  static ServerCpu of(Database database) throws SQLException {
    if (database.dialect() != Dialect.POSTGRESQL || !Files.isDirectory(PROCESSES)) {
      return new ServerCpu(null);
    }
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT inet_client_port()")) {
      row.next();
      return new ServerCpu(parentOfClient("(" + row.getInt(1) + ")"));
    } catch (IOException e) {
      return new ServerCpu(null);
    }
  }

  private static @Nullable String parentOfClient(String port) throws IOException {
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        String command = read(process.resolve("cmdline"));
        if (command.startsWith("postgres: ") && command.contains(port)) {
          return new Stat(read(process.resolve("stat"))).parent;
        }
      }
    }
    return null;
  }

  /** Nanoseconds so far, or {@link #UNKNOWN}. */
  long nanos() {
    if (server == null) {
      return UNKNOWN;
    }
    Stat first = new Stat(read(PROCESSES.resolve(server).resolve("stat")));
    long ticks = first.own + first.ended;
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROCESSES, "[0-9]*")) {
      for (Path process : processes) {
        Stat stat = new Stat(read(process.resolve("stat")));
        ticks += stat.parent.equals(server) ? stat.own : 0;
      }
    } catch (IOException e) {
      return UNKNOWN;
    }
    return ticks * TICK_NANOS;
  }

  /** Empty if the process has ended meanwhile. */
  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /** The fields of /proc/…/stat that count, after the name, which may hold anything. */
  private static final class Stat {
    private final String parent;
    private final long own;
    private final long ended;

    Stat(String line) {
      StringTokenizer words = new StringTokenizer(line.substring(line.lastIndexOf(')') + 1));
      if (words.countTokens() < 15) {
        parent = "";
        own = 0;
        ended = 0;
        return;
      }
      words.nextToken();
      parent = words.nextToken();
      for (int i = 0; i < 9; i++) {
        words.nextToken();
      }
      own = Long.parseLong(words.nextToken()) + Long.parseLong(words.nextToken());
      ended = Long.parseLong(words.nextToken()) + Long.parseLong(words.nextToken());
    }
  }
}
