package dev.tare.reports.cli.verbs;

import dev.tare.profiling.copies.scan.CopyScan;
import dev.tare.reports.ExitCode;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.ScanOptions;
import dev.tare.reports.copies.Areas;
import dev.tare.reports.copies.CopyJson;
import dev.tare.reports.copies.CopyTable;
import dev.tare.reports.copies.CopyText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The copying calls of jars, counted by area and kind without running anything. */
@Command(
    name = "copies",
    sortOptions = false,
    description = {
      "Counts the calls that copy, by area and kind, in the classes of jars and folders.",
      "Runs nothing: the kinds are those of docs/counting.md."
    })
final class CopiesVerb extends Verb {
  @Mixin
  private ScanOptions scan = new ScanOptions();

  @Option(names = "--sites", description = "Also list each call, with its line.")
  private boolean sites;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "What to print: text (default) or json, which has the calls in any case.")
  private String format = "text";

  CopiesVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    boolean json = isJson();
    Areas areas = new Areas(scan.areas());
    CopyScan found = scan(scan.paths(surroundings.defaults()));
    if (found.classes() == 0) {
      throw new UserError(
          ExitCode.ERROR, "no class is in these packages: check --jar, --classpath and --packages");
    }
    CopyTable table = CopyTable.of(found.sites(), areas);
    if (json) {
      surroundings.out().print(CopyJson.render(table, found.sites(), areas, found.classes()));
    } else {
      surroundings.out().print(CopyText.table(table));
      if (sites) {
        surroundings.out().print("\n" + CopyText.sites(found.sites()));
      }
    }
    surroundings.out().flush();
    return ExitCode.OK.code();
  }

  private boolean isJson() {
    if (!format.equals("text") && !format.equals("json")) {
      throw new UserError(
          ExitCode.USAGE, "--format '" + format + "' is none of the table's; known: text, json");
    }
    return format.equals("json");
  }

  private CopyScan scan(List<Path> paths) {
    try {
      return CopyScan.of(paths, scan.rules());
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR, "can not look for copies: " + IoReason.of(failure), failure);
    }
  }
}
