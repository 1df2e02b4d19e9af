package dev.tare.scheduler.testkit;

import dev.tare.scheduler.store.connection.Dialect;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps a database in a JVM of its own, for a JVM that is measured: starting a server takes
 * libraries, threads and a compiler that have no business there.
 *
 * <p>The specification goes in on standard input, where no process list shows it. The host stops
 * with the JVM that started it, however that ends.
 */
public final class DatabaseHost {
  private static final String READY = "ready";
  private static final String FAILED = "failed";
  private static final char SEPARATOR = '\t';

  private static final Map<String, Database> HOSTED = new ConcurrentHashMap<>();

  private DatabaseHost() {}

  /**
   * The database of a specification as {@link Database#of} takes it, started in another JVM the
   * first time.
   *
   * @throws IllegalStateException if it does not start, with what the host said
   */
  public static Database of(String specification) {
    return HOSTED.computeIfAbsent(specification, DatabaseHost::start);
  }

  /** The host: reads a specification, answers with one line, and ends when its input does. */
  public static void main(String[] arguments) throws IOException {
    PrintStream answer = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err); // whatever a library prints is no answer
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    answer.println(answer(in.readLine()));
    while (in.read() >= 0) {
      // nothing more is said; this waits for the end
    }
    System.exit(0);
  }

  private static String answer(String specification) {
    try {
      Database database = Database.of(specification);
      return READY
          + SEPARATOR
          + database.dialect().name()
          + SEPARATOR
          + database.url()
          + SEPARATOR
          + database.description();
    } catch (RuntimeException e) {
      String message = String.valueOf(e.getMessage());
      return FAILED + SEPARATOR + message.replaceAll("\\s+", " ");
    }
  }

  private static Database start(String specification) {
    try {
      Process process = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "-XX:+UseSerialGC",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              DatabaseHost.class.getName())
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
      PrintStream in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
      in.println(specification);
      String line = new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
          .readLine();
      return parse(line == null ? FAILED + SEPARATOR + "its JVM ended" : line);
    } catch (IOException e) {
      throw new UncheckedIOException("the JVM for the database does not start", e);
    }
  }

  private static Database parse(String line) {
    StringTokenizer words = new StringTokenizer(line, String.valueOf(SEPARATOR));
    if (!words.nextToken().equals(READY)) {
      throw new IllegalStateException("no database: " + words.nextToken());
    }
    return new Database(Dialect.valueOf(words.nextToken()), words.nextToken(), words.nextToken());
  }

  private static void end(Process process) {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
