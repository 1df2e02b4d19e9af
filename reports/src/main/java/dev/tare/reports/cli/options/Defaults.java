package dev.tare.reports.cli.options;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What holds where the user says nothing.
 *
 * @param jvmHome the home of the JVM that runs the command
 * @param ownJar the project's benchmarks, if started by its script
 * @param ownBaselines their baselines, likewise
 */
public record Defaults(Path jvmHome, Optional<Path> ownJar, Optional<Path> ownBaselines) {
  private static final Path FOREIGN_BASELINES = Path.of("tare-baselines");

  /** Those of this process: the script sets {@code tare.default.jar} and {@code tare.baselines}. */
  public static Defaults ofThisProcess() {
    return new Defaults(
        Path.of(System.getProperty("java.home")),
        Optional.ofNullable(System.getProperty("tare.default.jar")).map(Path::of),
        Optional.ofNullable(System.getProperty("tare.baselines")).map(Path::of));
  }

  /** How the user called the command. */
  public String command() {
    return ownJar.isPresent() ? "scripts/tare" : "tare";
  }

  /** The project's own baselines are for its own jar; a foreign one has its own directory. */
  Path baselines(boolean foreignJar) {
    return foreignJar ? FOREIGN_BASELINES : ownBaselines.orElse(FOREIGN_BASELINES);
  }
}
