package dev.tare.scheduler.testkit;

import com.github.dockerjava.api.exception.NotFoundException;
import dev.tare.scheduler.store.connection.Dialect;
import dev.tare.scheduler.store.connection.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** Starts the servers, one a specification and JVM. */
final class Databases {
  private static final String IMAGE_VARIABLE = "TARE_POSTGRES_IMAGE";

  /** What scripts/ci/postgres-image makes or pulls: nothing is pulled behind a test's back. */
  private static final String DEFAULT_IMAGE = "tare/postgres:15";

  private static final String SQLITE_URL = "jdbc:sqlite:";

  /** In a database that a URL names, nothing else is touched. */
  private static final String SCHEMA = "tare_measuring";

  private static final Map<String, Database> STARTED = new ConcurrentHashMap<>();

  private Databases() {}

  static Database start(String specification) {
    return STARTED.computeIfAbsent(specification, Databases::startNew);
  }

  private static Database startNew(String specification) {
    Database database = server(specification);
    Migrations.apply(database.dataSource(), database.dialect());
    return database;
  }

  private static Database server(String specification) {
    return switch (specification) {
      case "sqlite" -> sqlite();
      case "embedded" -> embedded();
      case "testcontainers" -> container();
      case "postgres" -> whyNoContainer() == null ? container() : embedded();
      default -> ofUrl(specification);
    };
  }

  private static Database sqlite() {
    try {
      Path directory = Files.createTempDirectory("tare-sqlite");
      return sqlite(directory.resolve("tare.db"), "SQLite", directory);
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder for a SQLite database", e);
    }
  }

  private static Database sqlite(Path file, String description, Path... alsoDeleted) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      for (String suffix : List.of("", "-wal", "-shm")) {
        delete(file.resolveSibling(file.getFileName() + suffix));
      }
      for (Path path : alsoDeleted) {
        delete(path);
      }
    }));
    return new Database(Dialect.SQLITE, SQLITE_URL + file, description);
  }

  private static Database embedded() {
    try {
      EmbeddedPostgres server = durable().start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
      return new Database(
          Dialect.POSTGRESQL, server.getJdbcUrl("postgres", "postgres"), "embedded PostgreSQL");
    } catch (IOException e) {
      throw new UncheckedIOException("embedded PostgreSQL does not start", e);
    }
  }

  /** This server switches fsync off unless told otherwise; no figure may come from that. */
  static EmbeddedPostgres.Builder durable() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on");
  }

  private static Database container() {
    String why = whyNoContainer();
    if (why != null) {
      throw new IllegalStateException(why);
    }
    String image = image();
    @SuppressWarnings("resource") // lives as long as the JVM
    PostgreSQLContainer server = new PostgreSQLContainer(
            DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"))
        .withCommand("postgres", "-c", "fsync=on", "-c", "synchronous_commit=on");
    server.start();
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
    String url = with(
        server.getJdbcUrl(), "user=" + server.getUsername() + "&password=" + server.getPassword());
    return new Database(Dialect.POSTGRESQL, url, "PostgreSQL in a container of " + image);
  }

  /** What stands in the way of a container, with the way out, or null. */
  private static @Nullable String whyNoContainer() {
    if (Files.exists(Path.of("/.dockerenv"))
        && System.getenv("TESTCONTAINERS_HOST_OVERRIDE") == null) {
      // Otherwise it is looked for with an image that may not be there, for minutes.
      return "this machine looks like a container: tell Testcontainers where ports are published,"
          + " with eval \"$(scripts/ci/testcontainers-env)\"";
    }
    DockerClientFactory docker = DockerClientFactory.instance();
    if (!docker.isDockerAvailable()) {
      return "no Docker engine answers: start one (scripts/ci/docker-engine start, and"
          + " scripts/ci/postgres-image makes an image), or use --db embedded";
    }
    try {
      docker.client().inspectImageCmd(image()).exec();
      return null;
    } catch (NotFoundException e) {
      return "the Docker engine has no image " + image()
          + ": run scripts/ci/postgres-image, with --pull where a registry can be reached";
    }
  }

  private static String image() {
    return System.getenv().getOrDefault(IMAGE_VARIABLE, DEFAULT_IMAGE);
  }

  private static Database ofUrl(String specification) {
    if (dialectOf(specification) == Dialect.SQLITE) {
      Path file = Path.of(specification.substring(SQLITE_URL.length()));
      if (Files.exists(file)) {
        throw new IllegalArgumentException(
            file + " exists: name a file that does not, it is emptied and deleted");
      }
      return sqlite(file, "SQLite by URL");
    }
    Database named = new Database(Dialect.POSTGRESQL, specification, "PostgreSQL by URL");
    try (Connection connection = named.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "the database of the URL can not be used: " + e.getMessage(), e);
    }
    return new Database(
        Dialect.POSTGRESQL, with(specification, "currentSchema=" + SCHEMA), named.description());
  }

  private static String with(String url, String parameters) {
    return url + (url.contains("?") ? '&' : '?') + parameters;
  }

  static Dialect dialectOf(String specification) {
    return switch (specification) {
      case "sqlite" -> Dialect.SQLITE;
      case "embedded", "testcontainers", "postgres" -> Dialect.POSTGRESQL;
      default -> {
        if (!specification.startsWith("jdbc:")) {
          throw new IllegalArgumentException("no database is called " + specification
              + ": use sqlite, testcontainers, embedded, postgres or a JDBC URL");
        }
        yield Dialect.ofUrl(specification);
      }
    };
  }

  private static void close(EmbeddedPostgres server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException("embedded PostgreSQL does not stop", e);
    }
  }

  private static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("can not delete " + path, e);
    }
  }
}
