package dev.tare.reports.profile;

import dev.tare.profiling.record.Environment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Where the profiles of each JVM go: of several, each has a directory. Not thread-safe. */
public final class JvmDirectories {
  private final Path root;
  private final boolean several;
  private final Map<String, Path> homes = new HashMap<>();

  /** Directories below {@code root}, or itself if there is one JVM. */
  public JvmDirectories(Path root, boolean several) {
    this.root = root;
    this.several = several;
  }

  /** The directory of the JVM with that home: {@code jdk17}, and {@code jdk17-2} of another one. */
  public Path of(Environment environment, Path home) {
    if (!several) {
      return root;
    }
    String name = environment.baselineKey();
    for (int i = 2; !homes.computeIfAbsent(name, free -> home).equals(home); i++) {
      name = environment.baselineKey() + '-' + i;
    }
    return root.resolve(name);
  }
}
