package dev.tare.profiling.recording;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** What the system and the JVM say that this process holds. */
final class ProcessMemory {
  /** Where a figure can not be had. */
  static final long UNKNOWN = -1;

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern TOTAL = Pattern.compile("Total: .*committed=(\\d+)KB");

  private ProcessMemory() {}

  /** Bytes in physical memory; only Linux tells. */
  static long resident() {
    try {
      return Files.isReadable(STATUS) ? kilobytes(RESIDENT, Files.readString(STATUS)) : UNKNOWN;
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /** Bytes that the JVM has committed, its heap among them; only with native memory tracking. */
  static long nativeCommitted() {
    try {
      String report = (String) ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              "vmNativeMemory",
              new Object[] {new String[] {"summary"}},
              new String[] {String[].class.getName()});
      return kilobytes(TOTAL, report);
    } catch (JMException e) {
      return UNKNOWN;
    }
  }

  static long kilobytes(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? 1024 * Long.parseLong(matcher.group(1)) : UNKNOWN;
  }
}
