package dev.tare.profiling.jmh;

import dev.tare.profiling.copies.agent.AgentJar;
import dev.tare.profiling.copies.agent.CopyAgent;
import dev.tare.profiling.known.VirtualThreads;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.sites.SitesBy;
import dev.tare.profiling.testkit.TestJvms;
import dev.tare.profiling.wire.Counting;
import dev.tare.profiling.wire.Event;
import dev.tare.profiling.wire.EventReader;
import dev.tare.profiling.wire.Order;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A measuring JVM on the class path of this test, and all that it told. */
final class MeasuringProcess {
  private static final int LIMIT_MILLIS = 160_000;
  private static final int ALL = Integer.MAX_VALUE;
  private static final String TOKEN = "token";
  private static final Path LOG = Path.of("target", "measuring-jvms.log");

  private MeasuringProcess() {}

  /** The events of a JVM that measures what matches {@code include}. */
  static List<Event> events(Path home, String include, String... jvmArgs) throws Exception {
    // What this JVM does not know can not be measured on it, and has no answer there.
    List<String> exclude =
        TestJvms.feature(home) < VirtualThreads.SINCE ? List.of("VirtualThread") : List.of();
    Order order = new Order(List.of(include), exclude, Map.of(), Map.of(), 0);
    return events(home, order, jvmArgs);
  }

  /** The same with all that the copies agent counts, in the benchmarks' own packages. */
  static List<Event> eventsWithCopies(Path home, String include) throws Exception {
    Set<Metric> metrics =
        EnumSet.of(Metric.BYTES, Metric.COPIES, Metric.COPIED_BYTES, Metric.BOXINGS);
    Counting counting = new Counting(metrics, List.of(), List.of());
    Order order = new Order(List.of(include), List.of(), Map.of(), Map.of(), 0, ALL, counting);
    Path classes = Path.of(
        CopyAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return events(home, order, "-javaagent:" + AgentJar.of(classes));
  }

  /** The same with sites, of bytes and objects. */
  static List<Event> eventsWithSites(Path home, String include, SitesBy by) throws Exception {
    Counting counting = new Counting(
        Mode.WRITTEN,
        EnumSet.of(Metric.BYTES, Metric.OBJECTS),
        List.of(),
        List.of(),
        Optional.of(by));
    Order order = new Order(List.of(include), List.of(), Map.of(), Map.of(), 0, ALL, counting);
    return events(home, order, SitesBy.JVM_ARGUMENTS.toArray(new String[0]));
  }

  static List<Event> events(Path home, Order order, String... jvmArgs) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(LIMIT_MILLIS);
      List<String> command = new ArrayList<>();
      command.add(home.resolve("bin/java").toString());
      command.add("-Xint");
      command.addAll(List.of(jvmArgs));
      if (!command.contains("-XX:+UseG1GC")) {
        command.add("-XX:+UseSerialGC"); // starts fastest
      }
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(WrittenMain.class.getName(), "" + server.getLocalPort(), TOKEN));
      Process process = new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
          .start();
      try (Socket socket = server.accept()) {
        socket.setSoTimeout(LIMIT_MILLIS);
        DataInputStream in = new DataInputStream(socket.getInputStream());
        if (!in.readUTF().equals(TOKEN)) {
          throw new IllegalStateException("not the child");
        }
        order.write(new DataOutputStream(socket.getOutputStream()));
        return readAll(new EventReader(in));
      } finally {
        if (!process.waitFor(LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
        }
      }
    }
  }

  private static List<Event> readAll(EventReader reader) throws IOException {
    List<Event> events = new ArrayList<>();
    Event event;
    do {
      event = reader.read();
      events.add(event);
    } while (!(event instanceof Event.Done || event instanceof Event.Refused));
    return events;
  }
}
