package dev.tare.reports.launch;

import dev.tare.profiling.copies.agent.AgentJar;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.sites.SitesBy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a measuring JVM. */
final class JvmCommand {
  private static final String MAIN = "dev.tare.profiling.jmh.WrittenMain";

  private JvmCommand() {}

  static List<String> of(MeasureRequest request, Path instruments, int port, String token)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(request.jvmHome().resolve("bin/java").toString());
    if (request.counting().sites().isPresent()) {
      // A JVM takes one collector: here the recorder's, and a count does not depend on it.
      request.jvmArgs().stream().filter(arg -> !isCollector(arg)).forEach(command::add);
      command.addAll(SitesBy.JVM_ARGUMENTS);
    } else {
      boolean chosen = request.jvmArgs().stream().anyMatch(JvmCommand::isCollector);
      if (!chosen && request.counting().mode() != Mode.TIMED) { // whose own JVMs have the same
        command.add("-XX:+UseSerialGC"); // starts fastest; counts do not depend on it
      }
      command.addAll(request.jvmArgs());
    }
    if (request.counting().mode() == Mode.STEADY) {
      command.add("-Xmixed"); // whatever else the arguments say
      command.add("-Xbatch"); // a compiler at work beside the row makes it another row each time
      command.addAll(JmhJar.compilerHints(request.jar()));
    } else if (request.counting().mode() == Mode.WRITTEN) {
      command.add("-Xint"); // what the bytecode asks for, whatever else the arguments say
    }
    if (request.counting().countsCopies()) {
      command.add("-javaagent:" + AgentJar.of(instruments));
    }
    command.add("-cp");
    command.add(classPath(request, instruments));
    command.add(MAIN);
    command.add(Integer.toString(port));
    command.add(token);
    return command;
  }

  private static boolean isCollector(String argument) {
    return argument.startsWith("-XX:+Use") && argument.endsWith("GC");
  }

  /** The instruments first: the jar may hold others of another build. */
  private static String classPath(MeasureRequest request, Path instruments) {
    String jar = request.jar().toAbsolutePath().toString();
    return request.counting().sites().isPresent()
        ? String.join(
            File.pathSeparator,
            instruments.toString(),
            InstrumentPath.asyncProfiler().toString(),
            jar)
        : instruments + File.pathSeparator + jar;
  }
}
