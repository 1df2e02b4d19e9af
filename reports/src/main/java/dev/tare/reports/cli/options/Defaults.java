package dev.tare.reports.cli.options;

import dev.tare.reports.CommandText;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What holds where the user says nothing.
 *
 * @param jvmHome the home of the JVM that runs the command
 * @param ownJar the project's benchmarks, if started by its script
 * @param ownBaselines their baselines, likewise
 * @param ownBuild what builds that jar, for the shell, if started in the project's directory
 * @param commandLine how this user calls the command with these words
 */
public record Defaults(
    Path jvmHome,
    Optional<Path> ownJar,
    Optional<Path> ownBaselines,
    Optional<String> ownBuild,
    Function<List<String>, String> commandLine) {
  /** What builds most projects. */
  public static final String FOREIGN_BUILD = "mvn -q -DskipTests package";

  /** What JMH's own build makes. */
  public static final String FOREIGN_JAR = "target/benchmarks.jar";

  private static final Path FOREIGN_BASELINES = Path.of("tare-baselines");

  /** Those of this process: the project's script sets these properties. */
  public static Defaults ofThisProcess() {
    Optional<Path> ownJar =
        Optional.ofNullable(System.getProperty("tare.default.jar")).map(Path::of);
    return new Defaults(
        Path.of(System.getProperty("java.home")),
        ownJar,
        Optional.ofNullable(System.getProperty("tare.baselines")).map(Path::of),
        Optional.ofNullable(System.getProperty("tare.default.build")),
        shell(ownJar.isPresent() ? List.of("scripts/tare") : started()));
  }

  /** The defaults of a foreign jar, for whoever calls the command in another way. */
  public static Defaults ofCaller(Function<List<String>, String> commandLine) {
    return new Defaults(
        Path.of(System.getProperty("java.home")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        commandLine);
  }

  /** Command lines for a shell that begin with these words. */
  public static Function<List<String>, String> shell(List<String> start) {
    return words -> {
      List<String> all = new ArrayList<>(start);
      all.addAll(words);
      return CommandText.of(all);
    };
  }

  /** How this user calls the command, for a sentence. */
  public String command() {
    return commandLine.apply(List.of());
  }

  /** What java -jar was given is the whole class path, as it was given. */
  private static List<String> started() {
    String path = System.getProperty("java.class.path", "");
    boolean jar = path.endsWith(".jar") && !path.contains(File.pathSeparator);
    return jar ? List.of("java", "-jar", path) : List.of("tare");
  }

  /** What builds a revision. */
  public String build() {
    return ownBuild.orElse(FOREIGN_BUILD);
  }

  /** The jar that {@link #build} makes, relative to the working directory. */
  public Path builtJar() {
    return ownBuild
        .flatMap(build -> ownJar)
        .map(jar -> Path.of("").toAbsolutePath().relativize(jar.toAbsolutePath()))
        .orElse(Path.of(FOREIGN_JAR));
  }

  /** The project's own baselines are for its own jar; a foreign one has its own directory. */
  Path baselines(boolean foreignJar) {
    return foreignJar ? FOREIGN_BASELINES : ownBaselines.orElse(FOREIGN_BASELINES);
  }
}
