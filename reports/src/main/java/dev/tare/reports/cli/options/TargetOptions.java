package dev.tare.reports.cli.options;

import dev.tare.profiling.record.Mode;
import dev.tare.profiling.wire.Counting;
import dev.tare.reports.CommandText;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.gate.Selection;
import dev.tare.reports.matrix.Database;
import dev.tare.reports.matrix.Jvm;
import dev.tare.reports.matrix.MeasurePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What to run, and on what. */
public class TargetOptions {
  private static final int ROW_LIMIT_SECONDS = 60;

  @Option(
      names = "--jar",
      paramLabel = "JAR",
      description = "A JMH benchmark jar; repeatable; default: the project's own benchmarks.")
  private List<Path> jars = new ArrayList<>();

  @Mixin
  private NameOptions names = new NameOptions();

  @Option(
      names = "--param",
      paramLabel = "NAME=V1,V2",
      description = "Values for a benchmark parameter, in the place of its own; repeatable.")
  private List<String> params = new ArrayList<>();

  @Option(
      names = "--packages",
      split = ",",
      paramLabel = "P1,P2",
      converter = Values.PackageName.class,
      description =
          "Where copies are counted, or whose lines are told; default: the first two names"
              + " of the benchmarks' packages, such as com.acme.")
  private List<String> packages = new ArrayList<>();

  @Option(
      names = "--db",
      paramLabel = "SPEC",
      converter = Values.DatabaseSpec.class,
      description = "sqlite (default), testcontainers, embedded, postgres or jdbc:…; repeatable."
          + " Sets the parameter 'dialect' and the system property 'tare.db'.")
  private List<Database> databases = new ArrayList<>(List.of(Database.SQLITE));

  @Option(
      names = "--jvm",
      paramLabel = "HOME",
      converter = Values.JvmSpec.class,
      description = "Home of a JVM to measure on, with arguments of its own after it, as in"
          + " '/opt/jdk25 -XX:+UseCompactObjectHeaders'; repeatable; default: the one that runs"
          + " tare.")
  private List<Jvm> jvms = new ArrayList<>();

  @Option(
      names = "--jvm-arg",
      paramLabel = "ARG",
      description = "A further argument of every measuring JVM; repeatable.")
  private List<String> jvmArgs = new ArrayList<>();

  @Option(
      names = "--row-limit",
      paramLabel = "SECONDS",
      description = "How long one row may take; default: ${DEFAULT-VALUE}.")
  private int rowLimitSeconds = ROW_LIMIT_SECONDS;

  @Option(names = "--no-progress", description = "Do not show on a terminal how far the run is.")
  private boolean noProgress;

  /** The plan, with defaults filled in; the measuring JVMs' own output goes to {@code logs}. */
  public final MeasurePlan plan(
      Defaults defaults, Optional<Path> logs, Set<Mode> modes, Counting counting) {
    return plan(jars(defaults), defaults, logs, modes, counting);
  }

  /** The same for these jars. */
  final MeasurePlan plan(
      List<Path> measured,
      Defaults defaults,
      Optional<Path> logs,
      Set<Mode> modes,
      Counting counting) {
    if (rowLimitSeconds <= 0) {
      throw usage("--row-limit " + rowLimitSeconds + " leaves no time; give at least 1 second");
    }
    return new MeasurePlan(
        measured,
        jvms.isEmpty() ? List.of(Jvm.at(defaults.jvmHome())) : distinct(jvms),
        names.include(),
        names.exclude(),
        params(),
        distinct(databases),
        modes,
        jvmArgs,
        Duration.ofSeconds(rowLimitSeconds),
        logs,
        counting);
  }

  /** The jars, or the project's own. */
  public final List<Path> jars(Defaults defaults) {
    return jars.isEmpty() ? List.of(ownJar(defaults)) : distinct(jars);
  }

  /** A selection by name alone, of figures that are there already. */
  public final Selection selectionByName() {
    return names.selection();
  }

  /** The packages that the user chose; empty for the benchmarks' own. */
  public final List<String> packages() {
    return packages;
  }

  /** Whether the user selects benchmarks by name. */
  public final boolean selects() {
    return !names.include().isEmpty() || !names.exclude().isEmpty();
  }

  /** Whether the jar is not the project's own. */
  public final boolean foreignJar() {
    return !jars.isEmpty();
  }

  /** Whether a terminal may show how far the run is. */
  public final boolean showProgress() {
    return !noProgress;
  }

  /**
   * The options that measure the same again, without credentials.
   *
   * @param counting those that say what is counted
   */
  protected final List<String> arguments(List<String> counting) {
    return arguments(texts(names.include()), texts(names.exclude()), counting);
  }

  /** The options that measure these benchmarks of the same selection again. */
  final List<String> argumentsFor(Collection<String> benchmarks, List<String> counting) {
    List<String> include = new ArrayList<>();
    benchmarks.forEach(name -> include.add('^' + CommandText.literalRegex(name) + '$'));
    return arguments(include, List.of(), counting);
  }

  private List<String> arguments(
      List<String> include, List<String> exclude, List<String> counting) {
    List<String> arguments = new ArrayList<>();
    jars.forEach(jar -> add(arguments, "--jar", jar));
    include.forEach(regex -> add(arguments, "--include", regex));
    exclude.forEach(regex -> add(arguments, "--exclude", regex));
    params.forEach(param -> add(arguments, "--param", param));
    if (!databases.equals(List.of(Database.SQLITE))) {
      databases.forEach(database -> add(arguments, "--db", database));
    }
    arguments.addAll(counting);
    if (!packages.isEmpty()) {
      add(arguments, "--packages", String.join(",", packages));
    }
    jvms.forEach(jvm -> add(arguments, "--jvm", jvm));
    jvmArgs.forEach(argument -> arguments.add("--jvm-arg=" + Database.mask(argument)));
    if (rowLimitSeconds != ROW_LIMIT_SECONDS) {
      add(arguments, "--row-limit", rowLimitSeconds);
    }
    return arguments;
  }

  /** Adds an option and its value. */
  protected static void add(List<String> arguments, String option, Object value) {
    arguments.add(option);
    arguments.add(value.toString());
  }

  private Map<String, List<String>> params() {
    Map<String, List<String>> byName = new LinkedHashMap<>();
    for (String param : params) {
      int equals = param.indexOf('=');
      StringTokenizer values = new StringTokenizer(param.substring(equals + 1), ",");
      if (equals < 1 || !values.hasMoreTokens()) {
        throw usage("--param '" + param + "' is not of the form name=value,value");
      }
      List<String> some =
          byName.computeIfAbsent(param.substring(0, equals), name -> new ArrayList<>());
      while (values.hasMoreTokens()) {
        some.add(values.nextToken());
      }
    }
    return byName;
  }

  private static Path ownJar(Defaults defaults) {
    return defaults.ownJar().orElseThrow(() -> usage("no jar to measure; name one with --jar"));
  }

  private static <T> List<T> distinct(List<T> values) {
    return values.stream().distinct().toList();
  }

  private static List<String> texts(List<Pattern> patterns) {
    return patterns.stream().map(Pattern::pattern).toList();
  }

  static UserError usage(String message) {
    return new UserError(ExitCode.USAGE, message);
  }
}
