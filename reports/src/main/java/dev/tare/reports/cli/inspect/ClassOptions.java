package dev.tare.reports.cli.inspect;

import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.cli.options.ClassPathOption;
import dev.tare.reports.cli.options.Defaults;
import dev.tare.reports.cli.options.Format;
import dev.tare.reports.cli.options.FormatOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Classes to look at, and where they are. */
final class ClassOptions {
  private static final Pattern GRAPH = Pattern.compile("[^:]+::[^:]+");

  @Parameters(
      arity = "0..*",
      paramLabel = "CLASS",
      description = "Fully qualified names; a nested class as a.b.Outer$Nested.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--graph",
      paramLabel = "CLASS::METHOD",
      description = "A live object: what this static method without parameters gives, or a new"
          + " instance by ::new; shows the size of all that can be reached from it; repeatable.")
  private List<String> graphs = new ArrayList<>();

  @Option(
      names = "--jar",
      paramLabel = "JAR",
      description = "A jar to look into; repeatable; default: the project's own benchmarks.")
  private List<Path> jars = new ArrayList<>();

  @Mixin
  private ClassPathOption classPath = new ClassPathOption();

  @Option(
      names = "--jvm",
      paramLabel = "HOME",
      description = "The JDK whose own classes are meant; default: the one that runs this.")
  private @Nullable Path jvm;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Also write layout.json there, for 'tare report'.")
  private @Nullable Path out;

  @Mixin
  private FormatOption format = new FormatOption();

  /**
   * The names of the classes, and what makes live objects, one at least.
   *
   * @throws UserError if there is none, or what should make an object names no method
   */
  List<String> names() {
    for (String graph : graphs) {
      if (!GRAPH.matcher(graph).matches()) {
        throw new UserError(
            ExitCode.USAGE,
            "--graph " + graph + ": names no method; give class and method, as"
                + " com.acme.Factory::make, or com.acme.Order::new");
      }
    }
    List<String> all = new ArrayList<>(graphs);
    all.addAll(names);
    if (all.isEmpty()) {
      throw new UserError(
          ExitCode.USAGE, "no class to look at: name one, or a live object with --graph");
    }
    return all;
  }

  /** Jars and folders that exist, each once, in the order given. */
  List<Path> paths(Defaults defaults) {
    if (!jars.isEmpty() || classPath.isPresent()) {
      return classPath.paths(jars);
    }
    return List.of(defaults
        .ownJar()
        .orElseThrow(
            () -> new UserError(ExitCode.USAGE, "no jar to look into; name one with --jar")));
  }

  /** The home of the JVM to ask. */
  Path jvmHome(Defaults defaults) {
    return jvm == null ? defaults.jvmHome() : jvm;
  }

  /** Where a file for the report goes, if it is wanted. */
  Optional<Path> out() {
    return Optional.ofNullable(out);
  }

  /** The words that show the same again. */
  List<String> arguments() {
    List<String> words = new ArrayList<>(names);
    graphs.forEach(graph -> words.addAll(List.of("--graph", graph)));
    jars.forEach(jar -> words.addAll(List.of("--jar", jar.toString())));
    words.addAll(classPath.arguments());
    if (jvm != null) {
      words.addAll(List.of("--jvm", jvm.toString()));
    }
    out().ifPresent(directory -> words.addAll(List.of("--out", directory.toString())));
    return words;
  }

  /** What standard output carries. */
  Format format() {
    return format.format();
  }
}
