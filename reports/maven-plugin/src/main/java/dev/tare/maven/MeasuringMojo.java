package dev.tare.maven;

import dev.tare.reports.cli.EmbeddedTare;
import dev.tare.reports.cli.EmbeddedTare.Ending;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** A goal that measures: what to measure, and on what. */
abstract class MeasuringMojo extends AbstractMojo {
  /** The jar that JMH's build makes. */
  @Parameter(property = "tare.jar", defaultValue = "${project.build.directory}/benchmarks.jar")
  @SuppressWarnings("NullAway.Init") // Maven sets what has a default
  private File jar;

  /** Where the baselines are; they belong into version control. */
  @Parameter(property = "tare.baselines", defaultValue = "${project.basedir}/tare-baselines")
  @SuppressWarnings("NullAway.Init")
  private File baselines;

  /** Only benchmarks whose name contains a match of this regular expression. */
  @Parameter(property = "tare.include")
  private @Nullable String include;

  /** No benchmark whose name contains a match of this regular expression. */
  @Parameter(property = "tare.exclude")
  private @Nullable String exclude;

  /**
   * For a command line alone: these benchmarks, in the place of {@code include} and
   * {@code exclude}, whatever the POM says of those.
   */
  @Parameter(property = "tare.only")
  private @Nullable String only;

  /** Values for benchmark parameters, such as {@code size=10,1000}. */
  @Parameter
  private @Nullable List<String> params;

  /** Where copies are counted; by default the first two names of the benchmarks' packages. */
  @Parameter(property = "tare.packages")
  private @Nullable List<String> packages;

  /** How figures are taken: {@code written} (the default), {@code steady}. */
  @Parameter(property = "tare.modes")
  private @Nullable List<String> modes;

  /** What to count: {@code bytes}, {@code objects}, {@code copies}, … */
  @Parameter(property = "tare.metrics")
  private @Nullable List<String> metrics;

  /** Further methods that copy an object, such as {@code com.acme.Order#duplicate}. */
  @Parameter(property = "tare.copyMethods")
  private @Nullable List<String> copyMethods;

  /**
   * Homes of the JVMs to measure on, each with arguments of its own after it if it has some; by
   * default the one that runs Maven.
   */
  @Parameter(property = "tare.jvms")
  private @Nullable List<String> jvms;

  /** Further arguments of every measuring JVM. */
  @Parameter
  private @Nullable List<String> jvmArgs;

  /** How many seconds one row may take. */
  @Parameter(property = "tare.rowLimit")
  private @Nullable Integer rowLimit;

  /** Measure nothing, and be content. */
  @Parameter(property = "tare.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init")
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init")
  private MavenSession session;

  @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init")
  private MojoExecution execution;

  /** The verb and the options that this goal alone has. */
  abstract List<String> verb();

  /** What the ending means for the build. */
  abstract void end(Ending ending) throws MojoExecutionException, MojoFailureException;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip || project.getPackaging().equals("pom")) {
      getLog().info(skip ? "skipped" : "a POM alone has no benchmarks");
      return;
    }
    if (!jar.isFile()) {
      throw new MojoExecutionException("there is no " + jar
          + ": let the build make it before this goal (mvn package), or name another with <jar>");
    }
    List<String> words = new ArrayList<>(verb());
    words.addAll(measuring());
    getLog().debug("tare " + words);
    GoalLine line = new GoalLine(session, project, execution, only == null ? include : null);
    Ending ending = EmbeddedTare.run(line::of, words);
    ending.err().lines().forEach(getLog()::warn);
    end(ending);
  }

  /** A place in the project: Maven's working directory may be another. */
  final String resolve(String file) {
    return project.getBasedir().toPath().resolve(file).toString();
  }

  /** Where this goal may leave files of its own. */
  final String workFile(String name) {
    return resolve(project.getBuild().getDirectory()) + File.separator + name;
  }

  static void add(List<String> words, String option, @Nullable Object value) {
    if (value != null) {
      words.add(option);
      words.add(value.toString());
    }
  }

  static void addEach(List<String> words, String option, @Nullable List<?> values) {
    if (values != null) {
      values.forEach(value -> add(words, option, value));
    }
  }

  private List<String> measuring() {
    List<String> words = new ArrayList<>();
    add(words, "--jar", jar);
    add(words, "--baselines", baselines);
    add(words, "--include", only == null ? include : only);
    add(words, "--exclude", only == null ? exclude : null);
    addEach(words, "--param", params);
    addEach(words, "--packages", packages);
    addEach(words, "--modes", modes);
    addEach(words, "--metrics", metrics);
    addEach(words, "--copy-method", copyMethods);
    addEach(words, "--jvm", jvms);
    if (jvmArgs != null) {
      jvmArgs.forEach(argument -> words.add("--jvm-arg=" + argument));
    }
    add(words, "--row-limit", rowLimit);
    return words;
  }
}
