package dev.tare.reports.cli.options;

import dev.tare.profiling.record.Mode;
import dev.tare.reports.gate.Selection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which benchmarks are meant, by name. */
public final class NameOptions {
  @Option(
      names = "--include",
      paramLabel = "REGEX",
      converter = Values.Regex.class,
      description = "Only benchmarks whose name contains a match; repeatable.")
  private List<Pattern> include = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "REGEX",
      converter = Values.Regex.class,
      description = "No benchmark whose name contains a match; repeatable.")
  private List<Pattern> exclude = new ArrayList<>();

  /** A selection by name alone: every mode and parameter. */
  public Selection selection() {
    return new Selection(include, exclude, Map.of(), EnumSet.allOf(Mode.class));
  }

  List<Pattern> include() {
    return include;
  }

  List<Pattern> exclude() {
    return exclude;
  }
}
