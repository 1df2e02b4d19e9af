package dev.tare.reports.cli.options;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the baselines are. */
public final class BaselineOptions {
  @Option(
      names = "--baselines",
      paramLabel = "DIR",
      description = "Where the baselines are; default: the project's own for its own jar,"
          + " otherwise ./tare-baselines.")
  private @Nullable Path directory;

  /** The directory, as given or by default. */
  public Path directory(Defaults defaults, boolean foreignJar) {
    return directory == null ? defaults.baselines(foreignJar) : directory;
  }

  /** The directory, if the user named one. */
  public Optional<Path> given() {
    return Optional.ofNullable(directory);
  }
}
