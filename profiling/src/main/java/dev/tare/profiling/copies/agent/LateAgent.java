package dev.tare.profiling.copies.agent;

import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Loads the agent into a JVM that runs. A JVM may not attach to itself unless it was started so:
 * another one does it, of the same home, whose main class this is.
 */
public final class LateAgent {
  private static final int LIMIT_SECONDS = 60;

  private LateAgent() {}

  /**
   * Loads it into this JVM.
   *
   * @throws IllegalStateException if that can not be done, with why in one line
   */
  public static void load() {
    try {
      Path instruments = instruments();
      List<String> command = List.of(
          Path.of(System.getProperty("java.home"), "bin", "java").toString(),
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-cp",
          instruments.toString(),
          LateAgent.class.getName(),
          Long.toString(ProcessHandle.current().pid()),
          AgentJar.of(instruments).toString());
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("it took longer than " + LIMIT_SECONDS + " s");
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            said.strip().lines().reduce("", (a, b) -> a + ' ' + b).strip());
      }
      if (!CopyAgent.isLoaded()) {
        throw new IllegalStateException("it went to a class loader that the tests do not see");
      }
    } catch (IOException e) {
      throw new IllegalStateException(e.toString(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static Path instruments() throws IOException {
    CodeSource source = LateAgent.class.getProtectionDomain().getCodeSource();
    try {
      if (source != null) {
        return Path.of(source.getLocation().toURI());
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    throw new IOException("the instruments are in no jar");
  }

  /** The id of a process, and the agent. */
  @SuppressWarnings("CatchingUnchecked") // all that goes wrong is told in one line
  public static void main(String[] arguments) {
    try {
      VirtualMachine jvm = VirtualMachine.attach(arguments[0]);
      try {
        jvm.loadAgent(arguments[1]);
      } finally {
        jvm.detach();
      }
    } catch (Throwable e) {
      System.out.println(e);
      System.exit(1);
    }
  }
}
