package dev.tare.benchmarks.soak.growth;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** Takes samples of this process. */
public final class Probe {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern COMMITTED =
      Pattern.compile("Total: reserved=\\d+KB, committed=(\\d+)KB");
  private static final Pattern COMPILING =
      Pattern.compile("- +(?:Code|Compiler|Arena Chunk) \\(reserved=\\d+KB, committed=(\\d+)KB");
  private static final double KIB = 1024;

  private Probe() {}

  /** Collects, and looks. */
  public static Sample sample(long runs) {
    // Twice: what a cleaner frees after the first is gone after the second.
    System.gc();
    System.gc();
    // What the C library keeps of memory that was freed, as a compiler's after a large method,
    // would stand among what is held.
    diagnosed("systemTrimNativeHeap");
    String committed = diagnosed("vmNativeMemory", "summary");
    double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return new Sample(
        runs,
        heap,
        first(RESIDENT, status()) * KIB,
        first(COMMITTED, committed) * KIB,
        compiling(committed),
        direct(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        descriptors());
  }

  private static double first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }

  /** The bytes that a summary of native memory counts to compiling. */
  static double compiling(String summary) {
    return KIB
        * COMPILING
            .matcher(summary)
            .results()
            .mapToDouble(found -> Double.parseDouble(found.group(1)))
            .sum();
  }

  private static String status() {
    try {
      return Files.readString(Path.of("/proc/self/status"), StandardCharsets.ISO_8859_1);
    } catch (IOException notLinux) {
      return "";
    }
  }

  /** What the JVM answers to a command of jcmd's; empty if it has no such command. */
  private static String diagnosed(String command, String... words) {
    try {
      return String.valueOf(ManagementFactory.getPlatformMBeanServer()
          .invoke(
              new ObjectName("com.sun.management:type=DiagnosticCommand"),
              command,
              words.length == 0 ? null : new Object[] {words},
              words.length == 0 ? null : new String[] {String[].class.getName()}));
    } catch (JMException noSuchCommand) {
      return "";
    }
  }

  private static double direct() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToDouble(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }

  private static double descriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? system.getOpenFileDescriptorCount()
        : Double.NaN;
  }
}
