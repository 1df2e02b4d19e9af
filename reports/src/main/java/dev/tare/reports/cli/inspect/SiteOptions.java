package dev.tare.reports.cli.inspect;

import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.sites.SitesBy;
import dev.tare.profiling.wire.Counting;
import dev.tare.reports.cli.options.Defaults;
import dev.tare.reports.cli.options.Format;
import dev.tare.reports.cli.options.FormatOption;
import dev.tare.reports.cli.options.TargetOptions;
import dev.tare.reports.cli.options.Values;
import dev.tare.reports.matrix.MeasurePlan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose sites, and what finds them. */
final class SiteOptions extends TargetOptions {
  private static final int TOP = 10;

  @Option(
      names = "--sites-by",
      paramLabel = "RECORDER",
      converter = Values.RecorderName.class,
      description = "What records allocations: async-profiler, jfr or auto (default: the first that"
          + " loads). Both are exact.")
  private SitesBy recorder = SitesBy.AUTO;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "How many sites of a row to show, but in json; default: ${DEFAULT-VALUE}.")
  private int top = TOP;

  @Mixin
  private FormatOption format = new FormatOption();

  /** What standard output carries. */
  Format format() {
    return format.format();
  }

  /** How many sites of a row to show. */
  int top() {
    return top;
  }

  /** The words that measure the same again, without credentials. */
  List<String> arguments() {
    List<String> words = new ArrayList<>();
    if (recorder != SitesBy.AUTO) {
      add(words, "--sites-by", recorder.label());
    }
    words.addAll(arguments(List.of("--format", "json")));
    return words;
  }

  /** The plan, with defaults filled in. */
  MeasurePlan plan(Defaults defaults) {
    return plan(
        defaults,
        Optional.empty(),
        EnumSet.of(Mode.WRITTEN),
        new Counting(
            Mode.WRITTEN,
            EnumSet.of(Metric.BYTES, Metric.OBJECTS),
            packages(),
            List.of(),
            Optional.of(recorder)));
  }
}
