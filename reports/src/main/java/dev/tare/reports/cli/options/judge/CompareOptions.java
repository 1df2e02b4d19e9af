package dev.tare.reports.cli.options.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      description = "What builds a revision; default: ${DEFAULT-VALUE}.")
  private String build = "mvn -q -DskipTests package";

  @Option(
      names = "--jar-path",
      paramLabel = "JAR",
      description = "The jar that the build makes; default: ${DEFAULT-VALUE}.")
  private Path jarPath = Path.of("target", "benchmarks.jar");

  @Option(
      names = "--worse-only",
      description = "End with 0 if nothing is worse: improvements and new figures are told only.")
  private boolean worseOnly;

  /** The command line that compares the same again, but for what is measured. */
  public List<String> command() {
    List<String> words = new ArrayList<>(List.of("compare", base, head));
    if (git) {
      words.addAll(List.of("--git", "--build", build, "--jar-path", jarPath.toString()));
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

  /** A line for the shell. */
  public String build() {
    return build;
  }

  /** The jar in the tree of a revision. */
  public Path jarPath() {
    return jarPath;
  }

  /** Whether improvements and new figures are in order. */
  public boolean worseOnly() {
    return worseOnly;
  }
}
