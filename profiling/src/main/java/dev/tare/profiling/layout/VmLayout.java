package dev.tare.profiling.layout;

import dev.tare.profiling.meter.RunningJvm;

/** How a 64-bit HotSpot JVM lays out objects; all four are modelled, whichever one runs. */
public enum VmLayout {
  /** 12-byte headers, 4-byte references: the default below 32 GB of heap. */
  COMPRESSED("coops", "12-byte headers, 4-byte references"),
  /** 12-byte headers, 8-byte references: {@code -XX:-UseCompressedOops}, or a larger heap. */
  UNCOMPRESSED("nocoops", "12-byte headers, 8-byte references"),
  /** 8-byte headers, 4-byte references: {@code -XX:+UseCompactObjectHeaders} of JDK 25. */
  COMPACT("coh", "8-byte headers, 4-byte references"),
  /** 8-byte headers, 8-byte references. */
  COMPACT_UNCOMPRESSED("coh-nocoops", "8-byte headers, 8-byte references");

  private final String label;
  private final String description;

  VmLayout(String label, String description) {
    this.label = label;
    this.description = description;
  }

  /** The name in files and on the command line. */
  public String label() {
    return label;
  }

  /** What is special about it, in words. */
  public String description() {
    return description;
  }

  /**
   * The one of this JVM.
   *
   * @throws IllegalStateException if it has none of these
   */
  public static VmLayout running() {
    return switch (RunningJvm.describe().layout()) {
      case COOPS -> COMPRESSED;
      case NOCOOPS -> UNCOMPRESSED;
      case COH -> COMPACT;
    };
  }
}
