package dev.tare.reports.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.wire.Event;
import dev.tare.profiling.wire.EventWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a JVM that measures, and what it has started, come to their end. */
class MeasuringJvmTest {
  private static final Path HOME = Path.of(System.getProperty("java.home"));

  @TempDir
  private Path directory;

  @Test
  void closing_letsWhatTheJvmHasStartedEndByItself_asADatabaseMust() throws IOException {
    Path stopped = directory.resolve("stopped");
    MeasuringJvm jvm = MeasuringJvm.start(
        HOME,
        (port, token) -> List.of(
            HOME.resolve("bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Hosting.class.getName(),
            Integer.toString(port),
            token),
        out -> out.writeUTF(stopped.toString()),
        directory.resolve("jvm.log"));
    assertThat(jvm.next(Duration.ofSeconds(60))).isInstanceOf(Event.Done.class);
    jvm.close();
    assertThat(stopped).hasContent("in order");
  }

  /** A JVM that measures, with a server in a process of its own, which it stops when it ends. */
  static final class Hosting {
    private Hosting() {}

    /**
     * Takes the port and the token, and as its order the file that the server writes at its end.
     */
    public static void main(String[] arguments) throws Exception {
      try (Socket socket =
          new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))) {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeUTF(arguments[1]);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        Process server = new ProcessBuilder(
                "sh", "-c", "cat; sleep 0.1; echo in order > \"$0\"", in.readUTF())
            .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
        new EventWriter(out).write(new Event.Done());
        while (in.read() >= 0) {
          // nothing more is said; this waits for the end
        }
      }
      System.exit(0);
    }

    private static void stop(Process server) {
      try {
        server.getOutputStream().close();
        server.waitFor();
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
