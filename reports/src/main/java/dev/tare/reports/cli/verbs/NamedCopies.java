package dev.tare.reports.cli.verbs;

import dev.tare.profiling.copies.rule.CallRules;
import dev.tare.profiling.copies.rule.Packages;
import dev.tare.profiling.copies.scan.CopyScan;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.launch.JmhJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Methods that the user named as ones that copy: a name with a slip would count as nothing. */
final class NamedCopies {
  private NamedCopies() {}

  /**
   * Checks that each of them is called, in the chosen packages of some JMH jars, or in those of
   * their benchmarks.
   *
   * @throws UserError if one is not
   */
  static void check(List<String> names, List<Path> jars, List<String> packages) {
    if (names.isEmpty()) {
      return;
    }
    try {
      List<String> benchmarks = new ArrayList<>();
      for (Path jar : jars) {
        JmhJar.classes(jar).forEach(name -> benchmarks.add(name + ".any"));
      }
      check(names, jars, Packages.chosenOrOwn(packages, benchmarks));
    } catch (IOException noJar) {
      // Whoever measures it says so, and why.
    }
  }

  /** The same in jars and folders of any kind. */
  static void check(List<String> names, List<Path> paths, Packages packages) throws IOException {
    for (String name : names) {
      if (CopyScan.of(paths, CallRules.ofNamed(packages, name)).sites().isEmpty()) {
        String where =
            packages.names().isEmpty() ? "anywhere" : "in " + String.join(", ", packages.names());
        throw new UserError(
            ExitCode.ERROR,
            "--copy-method " + name + ": no such method is called " + where
                + ", or it returns nothing that could be a copy: check its name, and --packages");
      }
    }
  }
}
