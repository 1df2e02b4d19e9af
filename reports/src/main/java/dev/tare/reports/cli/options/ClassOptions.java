package dev.tare.reports.cli.options;

import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Classes to look at, and where they are. */
public final class ClassOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "CLASS",
      description = "Fully qualified names; a nested class as a.b.Outer$Nested.")
  private List<String> names = new ArrayList<>();

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
      names = "--jvm",
      paramLabel = "HOME",
      description = "The JDK whose own classes are meant; default: the one that runs this.")
  private @Nullable Path jvm;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = Values.FormatName.class,
      description = "What to print: text (default), markdown or json.")
  private Format format = Format.TEXT;

  /** The names of the classes, one at least. */
  public List<String> names() {
    return names;
  }

  /** Jars and folders that exist, each once, in the order given. */
  public List<Path> paths(Defaults defaults) {
    if (!jars.isEmpty() || !classPath.isEmpty()) {
      return ScanOptions.paths(jars, classPath);
    }
    return List.of(defaults
        .ownJar()
        .orElseThrow(
            () -> new UserError(ExitCode.USAGE, "no jar to look into; name one with --jar")));
  }

  /** The home of the JVM to ask. */
  public Path jvmHome(Defaults defaults) {
    return jvm == null ? defaults.jvmHome() : jvm;
  }

  /** What standard output carries. */
  public Format format() {
    return format;
  }
}
