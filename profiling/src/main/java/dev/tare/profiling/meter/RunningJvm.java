package dev.tare.profiling.meter;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.ObjectLayout;
import java.lang.management.ManagementFactory;

/** Describes the JVM that this code runs on. */
public final class RunningJvm {

  private RunningJvm() {}

  /**
   * Release, vendor, object layout and machine of this JVM.
   *
   * @throws IllegalStateException if its objects have none of the known layouts
   */
  public static Environment describe() {
    return new Environment(
        Runtime.version().feature(),
        System.getProperty("java.runtime.version", "unknown"),
        System.getProperty("java.vm.vendor", "unknown"),
        layout(),
        System.getProperty("os.name", "unknown"),
        System.getProperty("os.arch", "unknown"));
  }

  private static ObjectLayout layout() {
    boolean compact = option("UseCompactObjectHeaders").equals("true");
    boolean shortReferences = option("UseCompressedOops").equals("true");
    boolean wideHeaders = !compact && option("UseCompressedClassPointers").equals("false");
    boolean wideAlignment = !option("ObjectAlignmentInBytes").equals("8");
    if (wideHeaders || wideAlignment || (compact && !shortReferences)) {
      throw new IllegalStateException(
          "the objects of this JVM have a layout that no baseline is kept for: leave out"
              + " -XX:ObjectAlignmentInBytes, -XX:-UseCompressedClassPointers, and"
              + " -XX:-UseCompressedOops with compact headers");
    }
    if (compact) {
      return ObjectLayout.COH;
    }
    return shortReferences ? ObjectLayout.COOPS : ObjectLayout.NOCOOPS;
  }

  private static String option(String name) {
    HotSpotDiagnosticMXBean diagnostics =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      return diagnostics.getVMOption(name).getValue();
    } catch (IllegalArgumentException e) {
      return ""; // this JVM does not know the flag, so it does not have the layout
    }
  }
}
