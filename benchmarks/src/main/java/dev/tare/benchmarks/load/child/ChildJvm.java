package dev.tare.benchmarks.load.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A JVM with this one's Java and class path, which answers a line with a line. Ends when it is
 * closed, or with this JVM. For one thread.
 */
public final class ChildJvm implements AutoCloseable {
  private static final long END_SECONDS = 20;

  private final Process process;
  private final PrintStream in;
  private final BufferedReader out;
  private final Thread hook;

  private ChildJvm(Process process) {
    this.process = process;
    this.in = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.hook = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts a class's main method, with these options of the JVM. What it logs goes to ours. */
  public static ChildJvm start(Class<?> main, List<String> options, ProcessBuilder.Redirect log) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(options);
    words.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    words.add("-cp");
    words.add(System.getProperty("java.class.path"));
    words.add(main.getName());
    try {
      return new ChildJvm(new ProcessBuilder(words).redirectError(log).start());
    } catch (IOException e) {
      throw new UncheckedIOException("a JVM does not start", e);
    }
  }

  /**
   * Says a line, and waits for the answer.
   *
   * @throws IllegalStateException if the JVM ended instead
   */
  public String ask(String line) {
    String answer = askOrNull(line);
    if (answer == null) {
      throw new IllegalStateException(
          "a JVM of the load ended before it answered; see what it said above");
    }
    return answer;
  }

  /** The same; null if the JVM ended instead. */
  public @Nullable String askOrNull(String line) {
    in.println(line);
    try {
      String answer = out.readLine();
      while (answer != null && !answer.startsWith(Lines.MARK)) {
        answer = out.readLine();
      }
      return answer == null ? null : answer.substring(Lines.MARK.length());
    } catch (IOException e) {
      return null;
    }
  }

  /** Ends it at once, whatever it does: a thread that waits for its answer has null. */
  public void kill() {
    process.destroyForcibly();
  }

  /** Lets it end. */
  @Override
  public void close() {
    in.close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // it runs already, and finds nothing to end
    }
  }
}
