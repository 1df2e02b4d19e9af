package dev.tare.profiling.record;

/**
 * The JVM and machine that a figure was taken on.
 *
 * @param jdk feature release, such as 17
 * @param version full version of the runtime, such as {@code 17.0.15+6}
 * @param vendor vendor of the JVM
 * @param layout object layout of the JVM
 * @param os operating system name
 * @param arch processor architecture
 */
public record Environment(
    int jdk, String version, String vendor, ObjectLayout layout, String os, String arch) {

  /** The key that baselines go by: {@code jdk17}, {@code jdk25-coh}, {@code jdk17-nocoops}. */
  public String baselineKey() {
    return layout == ObjectLayout.COOPS ? "jdk" + jdk : "jdk" + jdk + '-' + layout.label();
  }
}
