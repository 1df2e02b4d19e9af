package dev.tare.reports.launch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What one measuring JVM printed: the part of the log from where it began. For messages only, and
 * so bounded; read it when the JVM has ended.
 */
final class Output {
  private static final String CRASH =
      "# A fatal error has been detected by the Java Runtime Environment:";

  private static final int MOST_BYTES = 16 * 1024;
  private static final int MOST_LINES = 3;
  private static final int MOST_CHARS = 300;

  private final Path log;
  private final long start;

  private Output(Path log, long start) {
    this.log = log;
    this.start = start;
  }

  /** What is appended to {@code log} from now on. */
  static Output of(Path log) {
    try {
      return new Output(log, Files.exists(log) ? Files.size(log) : 0);
    } catch (IOException e) {
      return new Output(log, 0);
    }
  }

  /** The first lines, where a JVM that does not start says why; empty if there are none. */
  String firstLines() {
    List<String> lines = lines(start);
    String text = String.join(" / ", lines.subList(0, Math.min(lines.size(), MOST_LINES)));
    return text.isEmpty() ? "" : ", it said: " + shortened(text);
  }

  /** Why it crashed, if it did; otherwise its last line; empty if there is none. */
  String lastLine() {
    List<String> lines = lines(Math.max(start, end() - MOST_BYTES));
    int crash = lines.indexOf(CRASH);
    if (crash >= 0) {
      String signal = lines.stream()
          .skip(crash + 1)
          .filter(line -> line.length() > 1)
          .findFirst()
          .orElse("");
      return ", it crashed: " + shortened(signal(signal));
    }
    return lines.isEmpty() ? "" : ", its last line: " + shortened(lines.get(lines.size() - 1));
  }

  /** {@code SIGSEGV (0xb)} of a line that goes on with addresses, which differ each time. */
  private static String signal(String line) {
    int address = line.indexOf(" at pc=");
    return line.substring(0, address < 0 ? line.length() : address)
        .replace('#', ' ')
        .strip();
  }

  private long end() {
    return log.toFile().length();
  }

  private List<String> lines(long from) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(from);
      byte[] bytes = new byte[(int) Math.min(MOST_BYTES, Math.max(0, file.length() - from))];
      file.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !isWarning(line))
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The JVM's remarks on options and deprecated access, which explain no end. */
  private static boolean isWarning(String line) {
    return line.startsWith("WARNING:")
        || line.startsWith("Picked up ")
        || line.contains(" VM warning:");
  }

  private static String shortened(String text) {
    return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "…";
  }
}
