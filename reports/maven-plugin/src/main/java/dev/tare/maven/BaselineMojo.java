package dev.tare.maven;

import dev.tare.reports.ExitCode;
import dev.tare.reports.cli.EmbeddedTare.Ending;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Measures the benchmarks, and makes what it sees the baseline: the review of that change is the
 * check. The jar must be there: it is bound to no phase.
 */
@Mojo(name = "baseline", threadSafe = true)
public final class BaselineMojo extends MeasuringMojo {
  /** Whether to keep which lines a figure comes from, so that a red gate can tell what changed. */
  @Parameter(property = "tare.sites", defaultValue = "true")
  private boolean sites;

  @Override
  List<String> verb() {
    return sites ? List.of("baseline", "update", "--sites") : List.of("baseline", "update");
  }

  @Override
  void end(Ending ending) throws MojoExecutionException {
    ending.out().strip().lines().forEach(getLog()::info);
    if (ending.exitCode() != ExitCode.OK) {
      throw new MojoExecutionException("no baseline written: " + ending.err().strip());
    }
  }
}
