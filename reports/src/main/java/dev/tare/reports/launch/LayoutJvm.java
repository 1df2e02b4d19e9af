package dev.tare.reports.launch;

import dev.tare.profiling.layout.LayoutStream;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A child JVM on the user's class path that models the layouts of classes there. */
public final class LayoutJvm {
  private static final String MAIN = "dev.tare.profiling.layout.LayoutMain";
  private static final long LIMIT_SECONDS = 60;

  private LayoutJvm() {}

  /**
   * The layouts of classes, and the graphs of live objects, in the order of the names.
   *
   * @param names of classes; {@code a.b.C::method} is the object that a static method gives, and
   *     {@code a.b.C::new} a new instance
   * @throws UserError if that is no JVM, or a class is not there or has no instances of one size,
   *     or an object can not be made
   */
  public static LayoutStream.Content model(Path jvmHome, List<Path> classPath, List<String> names) {
    Path java = jvmHome.resolve("bin/java");
    MeasuringJvm.requireJvm(jvmHome);
    try {
      Path result = Files.createTempFile("tare-layouts", ".bin");
      Path log = Files.createTempFile("tare-layouts", ".log");
      try {
        return run(command(java, classPath, result, names), result, log);
      } finally {
        Files.delete(result);
        Files.delete(log);
      }
    } catch (IOException e) {
      throw new UserError(ExitCode.ERROR, "layouts can not be modelled: " + e.getMessage(), e);
    }
  }

  private static List<String> command(
      Path java, List<Path> classPath, Path result, List<String> names) {
    List<String> entries = new ArrayList<>();
    entries.add(InstrumentPath.locate().toString());
    entries.add(InstrumentPath.locateJol().toString());
    classPath.forEach(entry -> entries.add(entry.toAbsolutePath().toString()));
    List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", String.join(File.pathSeparator, entries), MAIN));
    command.add(result.toString());
    command.addAll(names);
    return command;
  }

  private static LayoutStream.Content run(List<String> command, Path result, Path log)
      throws IOException {
    Output output = Output.of(log);
    Process process = new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new UserError(
            ExitCode.ERROR, "the JVM did not model the layouts" + output.firstLines());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError(ExitCode.ERROR, "interrupted");
    } finally {
      process.destroyForcibly();
    }
    try (DataInputStream in = new DataInputStream(Files.newInputStream(result))) {
      String trouble = in.readUTF();
      if (!trouble.isEmpty()) {
        throw new UserError(ExitCode.ERROR, trouble);
      }
      return LayoutStream.read(in);
    } catch (EOFException e) {
      throw new UserError(
          ExitCode.ERROR, "the JVM ended before it had modelled anything" + output.firstLines(), e);
    }
  }
}
