package dev.tare.profiling.meter;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.ObjectLayout;
import java.lang.management.ManagementFactory;

/** Describes the JVM that this code runs on. */
public final class RunningJvm {

  private RunningJvm() {}

  /** Release, vendor, object layout and machine of this JVM. */
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
    if (flag("UseCompactObjectHeaders")) {
      return ObjectLayout.COH;
    }
    return flag("UseCompressedOops") ? ObjectLayout.COOPS : ObjectLayout.NOCOOPS;
  }

  private static boolean flag(String name) {
    HotSpotDiagnosticMXBean diagnostics =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      return Boolean.parseBoolean(diagnostics.getVMOption(name).getValue());
    } catch (IllegalArgumentException e) {
      return false; // this JVM does not know the flag, so it does not have the layout
    }
  }
}
