package dev.tare.reports.cli.options.judge;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the sites of a figure above its limit are looked for. */
public final class CauseOptions {
  @Option(
      names = "--base",
      paramLabel = "JAR",
      description = "An earlier jar: a figure above its limit is told by the sites that differ from"
          + " those there, if its baseline holds none; repeatable.")
  private List<Path> base = new ArrayList<>();

  @Option(
      names = "--no-sites",
      description = "Do not run rows above their limits again to see which lines allocate.")
  private boolean noSites;

  /** Earlier jars to compare with; empty for none. */
  public List<Path> base() {
    return base;
  }

  /** Whether rows above their limits are run again for their sites. */
  public boolean runsForSites() {
    return !noSites;
  }
}
