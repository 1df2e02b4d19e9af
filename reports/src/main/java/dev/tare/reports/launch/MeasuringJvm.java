package dev.tare.reports.launch;

import dev.tare.profiling.wire.Event;
import dev.tare.profiling.wire.EventReader;
import dev.tare.profiling.wire.Order;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One child JVM and the connection to it. Closing asks it to end, and after a while makes it. Not
 * thread-safe.
 */
public final class MeasuringJvm implements AutoCloseable {
  private static final int CONNECT_POLL_MILLIS = 100;
  private static final long CONNECT_SECONDS = 60;
  private static final int GREETING_MILLIS = 10_000;
  private static final long END_SECONDS = 15;

  private final Process process;
  private final Socket socket;
  private final EventReader events;
  private final Output output;
  private final Thread cleanup;

  private MeasuringJvm(Process process, Thread cleanup, Socket socket, Output output)
      throws IOException {
    this.process = process;
    this.cleanup = cleanup;
    this.socket = socket;
    this.events = new EventReader(new DataInputStream(socket.getInputStream()));
    this.output = output;
  }

  /** The command line of a JVM that connects to this port and shows this token. */
  @FunctionalInterface
  public interface CommandLine {
    /** The words; files that it names exist. */
    List<String> of(int port, String token) throws IOException;
  }

  /** What a JVM is told when it has connected. */
  @FunctionalInterface
  public interface Orders {
    /** Writes all of it. */
    void write(DataOutput out) throws IOException;
  }

  /**
   * Checks that there is a JVM.
   *
   * @throws UserError if that is the home of none
   */
  public static void requireJvm(Path home) {
    Path java = home.resolve("bin/java");
    if (!Files.isRegularFile(java) || !Files.isExecutable(java)) {
      throw new UserError(
          ExitCode.ERROR, home + ": not a JVM, it has no bin/java: give the home of a JDK");
    }
  }

  static MeasuringJvm start(MeasureRequest request, Path instruments, Order order, Path log) {
    return start(
        request.jvmHome(),
        (port, token) -> JvmCommand.of(request, instruments, port, token),
        order::write,
        log);
  }

  /**
   * Starts a JVM, hands it its order, and returns when it has taken it.
   *
   * @param home whose JVM the command line starts
   * @param log where its output is appended
   * @throws UserError if that is no JVM, or it ends without connecting
   */
  public static MeasuringJvm start(Path home, CommandLine command, Orders order, Path log) {
    byte[] secret = new byte[16];
    new SecureRandom().nextBytes(secret);
    String token = HexFormat.of().formatHex(secret);
    Output output = Output.of(log);
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(CONNECT_POLL_MILLIS);
      Process process = launch(command.of(server.getLocalPort(), token), log);
      Thread cleanup = cleanup(process);
      try {
        Socket socket = accept(server, process, home, output);
        return new MeasuringJvm(process, cleanup, greet(socket, token, order), output);
      } catch (IOException | RuntimeException e) {
        process.destroyForcibly();
        forget(cleanup);
        throw e;
      }
    } catch (IOException e) {
      throw new UserError(ExitCode.ERROR, "no measuring JVM can be started: " + e.getMessage(), e);
    }
  }

  private static Thread cleanup(Process process) {
    Thread cleanup = new Thread(process::destroy);
    try {
      Runtime.getRuntime().addShutdownHook(cleanup);
      return cleanup;
    } catch (IllegalStateException ending) {
      process.destroyForcibly();
      throw new UserError(ExitCode.ERROR, "interrupted while measuring", ending);
    }
  }

  private static Socket greet(Socket socket, String token, Orders order) throws IOException {
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(GREETING_MILLIS);
    if (!new DataInputStream(socket.getInputStream()).readUTF().equals(token)) {
      throw new UserError(ExitCode.ERROR, "a stranger connected in place of the measuring JVM");
    }
    DataOutputStream out = new DataOutputStream(socket.getOutputStream());
    order.write(out);
    out.flush();
    return socket;
  }

  /**
   * Waits for the next event.
   *
   * @return nothing if the JVM said nothing within the limit
   * @throws IOException if the JVM has died
   */
  public @Nullable Event next(Duration limit) throws IOException {
    socket.setSoTimeout((int) Math.min(limit.toMillis(), Integer.MAX_VALUE));
    try {
      return events.read();
    } catch (SocketTimeoutException e) {
      return null;
    }
  }

  /** How the JVM ended, after it has: exit code and the last line that it printed. */
  public String describeEnd() {
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        return "its connection broke";
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "the measuring JVM ended with exit code " + process.exitValue() + output.lastLine();
  }

  @Override
  public void close() {
    // A database's JVM, which takes its server along when this one has ended; of a row given up,
    // JMH's own JVMs, which may not end.
    List<ProcessHandle> started = process.descendants().toList();
    try {
      socket.close();
      process.destroy();
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    started.forEach(ProcessHandle::destroyForcibly);
    forget(cleanup);
  }

  private static Process launch(List<String> command, Path log) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static Socket accept(ServerSocket server, Process process, Path home, Output output)
      throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CONNECT_SECONDS);
    while (process.isAlive() && System.nanoTime() < deadline) {
      try {
        return server.accept();
      } catch (SocketTimeoutException e) {
        // look whether it is still alive, then wait on
      }
    }
    process.destroyForcibly();
    throw new UserError(
        ExitCode.ERROR,
        home + ": the JVM did not start measuring" + output.firstLines()
            + ": check --jvm and --jvm-arg");
  }

  private static void forget(Thread cleanup) {
    try {
      Runtime.getRuntime().removeShutdownHook(cleanup);
    } catch (IllegalStateException e) {
      // this JVM is ending: the hook runs, and finds nothing to do
    }
  }
}
