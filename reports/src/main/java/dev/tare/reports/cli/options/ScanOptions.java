package dev.tare.reports.cli.options;

import dev.tare.profiling.copies.rule.CallRules;
import dev.tare.profiling.copies.rule.Packages;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import picocli.CommandLine.Option;

/** What to scan for copying calls. */
public final class ScanOptions {
  @Option(
      names = "--jar",
      paramLabel = "JAR",
      description = "A jar to look into; repeatable; default: the project's own benchmarks.")
  private List<Path> jars = new ArrayList<>();

  @Option(
      names = "--classpath",
      paramLabel = "PATH",
      description = "Jars and class folders to look into, separated as on a class path.")
  private String classPath = "";

  @Option(
      names = "--packages",
      split = ",",
      paramLabel = "P1,P2",
      description = "Only these packages and those below them; default: all that is there.")
  private List<String> packages = new ArrayList<>();

  @Option(
      names = "--copy-method",
      paramLabel = "NAME",
      description = "A further method that copies an object, as a.b.C.method; repeatable.")
  private List<String> copyMethods = new ArrayList<>();

  @Option(
      names = "--area",
      paramLabel = "NAME=P1,P2",
      description = "Counts these packages under one name; repeatable; default: each by itself.")
  private List<String> areas = new ArrayList<>();

  /** Jars and folders that exist, each once, in the order given. */
  public List<Path> paths(Defaults defaults) {
    Set<Path> paths = new LinkedHashSet<>(jars);
    StringTokenizer entries = new StringTokenizer(classPath, File.pathSeparator);
    while (entries.hasMoreTokens()) {
      paths.add(Path.of(entries.nextToken()));
    }
    if (paths.isEmpty()) {
      paths.add(defaults
          .ownJar()
          .orElseThrow(
              () -> new UserError(ExitCode.USAGE, "no jar to look into; name one with --jar")));
    }
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw new UserError(
            ExitCode.ERROR, path + ": there is no such file: name a jar or a class folder");
      }
    }
    return List.copyOf(paths);
  }

  /** The rules for the chosen packages. */
  public CallRules rules() {
    return new CallRules(new Packages(packages), copyMethods);
  }

  /** Names of areas by their packages. */
  public Map<String, String> areas() {
    Map<String, String> nameByPackage = new LinkedHashMap<>();
    for (String area : areas) {
      int equals = area.indexOf('=');
      StringTokenizer names = new StringTokenizer(area.substring(equals + 1), ",");
      if (equals < 1 || !names.hasMoreTokens()) {
        throw new UserError(
            ExitCode.USAGE, "--area '" + area + "' is not of the form name=package,package");
      }
      while (names.hasMoreTokens()) {
        nameByPackage.put(names.nextToken(), area.substring(0, equals));
      }
    }
    return nameByPackage;
  }
}
