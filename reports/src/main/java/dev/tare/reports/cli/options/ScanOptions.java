package dev.tare.reports.cli.options;

import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringTokenizer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where to look for copying calls, and how to count them. */
public final class ScanOptions {
  @Mixin
  private ClassPathOption classPath = new ClassPathOption();

  @Option(
      names = "--area",
      paramLabel = "NAME=P1,P2",
      description = "Counts these packages under one name; repeatable; default: each by itself.")
  private List<String> areas = new ArrayList<>();

  @Option(
      names = "--copying",
      split = ",",
      paramLabel = "P1,P2",
      converter = Values.PackageName.class,
      description = "Packages whose calls are the copying variants' alone; all others are the lean"
          + " ones'. Default: the variants' calls are not told apart.")
  private List<String> copying = new ArrayList<>();

  @Option(
      names = "--apart",
      paramLabel = "NAME",
      description = "An area that is left out of the totals, such as test code; repeatable.")
  private Set<String> apart = new LinkedHashSet<>();

  @Option(names = "--sites", description = "Also list each call, with its line.")
  private boolean sites;

  @Mixin
  private FormatOption format = new FormatOption();

  /** Whether each call is to be listed. */
  public boolean sites() {
    return sites;
  }

  /** What standard output carries. */
  public Format format() {
    return format.format();
  }

  /** Areas that are in no total. */
  public Set<String> apart() {
    return apart;
  }

  /** Whether a class path was given. */
  public boolean hasClassPath() {
    return classPath.isPresent();
  }

  /**
   * These jars, and the jars and folders of the class path: each exists, and is there once.
   *
   * @throws UserError if one does not exist
   */
  public List<Path> paths(List<Path> jars) {
    return classPath.paths(jars);
  }

  /** Packages that only copying variants run. */
  public List<String> copying() {
    return copying;
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
