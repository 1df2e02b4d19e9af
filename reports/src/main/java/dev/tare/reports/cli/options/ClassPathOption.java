package dev.tare.reports.cli.options;

import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import picocli.CommandLine.Option;

/** Where classes are, beside jars that are named one by one. */
public final class ClassPathOption {
  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Jars and class folders to look into, separated as on a class path.")
  private String classPath = "";

  /** Whether one was given. */
  public boolean isPresent() {
    return !classPath.isEmpty();
  }

  /** The option again, if it was given. */
  public List<String> arguments() {
    return isPresent() ? List.of("--classpath", classPath) : List.of();
  }

  /**
   * These jars, and the jars and folders of the class path: each exists, and is there once.
   *
   * @throws UserError if one does not exist
   */
  public List<Path> paths(Collection<Path> jars) {
    Set<Path> paths = new LinkedHashSet<>(jars);
    StringTokenizer entries = new StringTokenizer(classPath, File.pathSeparator);
    while (entries.hasMoreTokens()) {
      paths.add(Path.of(entries.nextToken()));
    }
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new UserError(
            ExitCode.ERROR, path + ": there is no such file: name a jar or a class folder");
      }
    }
    return List.copyOf(paths);
  }
}
