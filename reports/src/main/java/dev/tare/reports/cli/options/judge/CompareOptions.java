package dev.tare.reports.cli.options.judge;

import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.cli.options.Defaults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is compared, and how it is had. */
public final class CompareOptions {
  @Parameters(
      index = "0",
      paramLabel = "BASE",
      description = "A jar, a records.json, or with --git" + " a revision.")
  private String base = "";

  @Parameters(
      index = "1",
      paramLabel = "HEAD",
      description = "The same; with --git, . is the" + " working directory as it is.")
  private String head = "";

  @Option(
      names = "--git",
      description = "BASE and HEAD are Git revisions: each is built in a working tree of its own.")
  private boolean git;

  @Option(
      names = "--build",
      paramLabel = "COMMAND",
      description = "What builds a revision; default: " + Defaults.FOREIGN_BUILD + ".")
  private @Nullable String build;

  @Option(
      names = "--jar-path",
      paramLabel = "JAR",
      description = "The jar that the build makes; default: " + Defaults.FOREIGN_JAR + ".")
  private @Nullable Path jarPath;

  @Option(
      names = "--worse-only",
      description = "End with 0 if nothing is worse: improvements and new figures are told only.")
  private boolean worseOnly;

  /** The command line that compares the same again, but for what is measured. */
  public List<String> command() {
    List<String> words = new ArrayList<>(List.of("compare", base, head));
    if (git) {
      words.add("--git");
    }
    if (build != null) {
      words.addAll(List.of("--build", build));
    }
    if (jarPath != null) {
      words.addAll(List.of("--jar-path", jarPath.toString()));
    }
    return words;
  }

  /** What is held against. */
  public String base() {
    return base;
  }

  /** What is judged. */
  public String head() {
    return head;
  }

  /** Whether both are revisions. */
  public boolean git() {
    return git;
  }

  /** Whether both are files of records. */
  public boolean records() {
    return !git && base.endsWith(".json") && head.endsWith(".json");
  }

  /** A line for the shell, as given or by default. */
  public String build(Defaults defaults) {
    return build == null ? defaults.build() : build;
  }

  /**
   * The jar in the tree of a revision, as given or by default.
   *
   * @throws UserError if it is not relative
   */
  public Path jarPath(Defaults defaults) {
    if (jarPath != null && jarPath.isAbsolute()) {
      throw new UserError(
          ExitCode.USAGE,
          "--jar-path " + jarPath
              + " would be one jar for both: give it relative to the working directory");
    }
    return jarPath == null ? defaults.builtJar() : jarPath;
  }

  /** Whether improvements and new figures are in order. */
  public boolean worseOnly() {
    return worseOnly;
  }
}
