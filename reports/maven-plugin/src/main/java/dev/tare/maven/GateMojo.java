package dev.tare.maven;

import dev.tare.reports.cli.EmbeddedTare.Ending;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Measures the benchmarks, and fails the build if one allocates or copies more than its baseline
 * says, or less and nobody has claimed it, or has none.
 */
@Mojo(name = "gate", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public final class GateMojo extends MeasuringMojo {
  /** Limits in the place of the baseline, such as {@code Parser:bytes<=100}. */
  @Parameter
  private @Nullable List<String> limits;

  /** The same; above one is a warning that fails no build. */
  @Parameter
  private @Nullable List<String> softLimits;

  /** Earlier jars, to tell a figure by what differs from there where its baseline has no sites. */
  @Parameter(property = "tare.base")
  private @Nullable List<File> base;

  /** What to print for a machine too: {@code github} for annotations of GitHub Actions. */
  @Parameter(property = "tare.format")
  private @Nullable String format;

  /** Further forms of the verdict and their files, such as {@code <sarif>target/tare.sarif}. */
  @Parameter
  private @Nullable Map<String, String> outputs;

  /** Where the page and the records go; by default nothing is written. */
  @Parameter(property = "tare.out")
  private @Nullable File out;

  /** Append this run's figures to this file. */
  @Parameter(property = "tare.history")
  private @Nullable File history;

  /** What the history says was measured; by default the commit of the working directory. */
  @Parameter(property = "tare.commit")
  private @Nullable String commit;

  /** Claim improvements and new figures, if nothing is worse. */
  @Parameter(property = "tare.accept", defaultValue = "false")
  private boolean accept;

  @Override
  List<String> verb() {
    List<String> words = new ArrayList<>(List.of("gate"));
    addEach(words, "--limit", limits);
    addEach(words, "--soft-limit", softLimits);
    addEach(words, "--base", base);
    if (outputs != null) {
      outputs.forEach((form, file) -> add(words, "--output", form + '=' + resolve(file)));
    }
    if (format != null) {
      add(words, "--output", format + '=' + printed());
    }
    add(words, "--out", out);
    add(words, "--history", history);
    add(words, "--commit", history == null ? null : commit);
    if (accept) {
      words.add("--accept");
    }
    return words;
  }

  @Override
  void end(Ending ending) throws MojoExecutionException, MojoFailureException {
    print();
    String text = ending.out().strip();
    switch (ending.exitCode()) {
      case OK -> text.lines().forEach(getLog()::info);
      case REGRESSION, IMPROVEMENT, BASELINE_MISSING ->
        throw new MojoFailureException(text.isEmpty() ? "not in order" : '\n' + text);
      default ->
        throw new MojoExecutionException(
            "the gate could not judge: " + ending.err().strip() + '\n' + text);
    }
  }

  private Path printed() {
    return Path.of(workFile("tare-gate.printed"));
  }

  /** As it is, line by line: what a machine reads must not begin with a logger's mark. */
  private void print() throws MojoExecutionException {
    if (format == null || !Files.exists(printed())) {
      return;
    }
    try {
      System.out.print(Files.readString(printed(), StandardCharsets.UTF_8));
      System.out.flush();
      Files.delete(printed());
    } catch (IOException failure) {
      throw new MojoExecutionException("can not read back " + printed(), failure);
    }
  }
}
