package dev.tare.reports.cli.verbs;

import dev.tare.profiling.copies.rule.CallRules;
import dev.tare.profiling.copies.rule.Packages;
import dev.tare.profiling.copies.scan.CopyScan;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.ExitCode;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.baseline.BaselineStore;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.Format;
import dev.tare.reports.cli.options.ScanOptions;
import dev.tare.reports.cli.search.CauseSearch;
import dev.tare.reports.copies.Areas;
import dev.tare.reports.copies.CopyGrids;
import dev.tare.reports.copies.CopyJson;
import dev.tare.reports.copies.CopyTable;
import dev.tare.reports.copies.Grid;
import dev.tare.reports.copies.RowSites;
import dev.tare.reports.copies.RunGrids;
import dev.tare.reports.copies.RunJson;
import dev.tare.reports.copies.RunTable;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.limit.LimitRules;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.matrix.MeasurePlan;
import dev.tare.reports.render.Section;
import dev.tare.reports.render.TextReport;
import dev.tare.reports.render.Wording;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The copying calls of jars by area and kind: those that there are, and those that run. */
@Command(
    name = "copies",
    sortOptions = false,
    description = {
      "Counts the calls that copy, by area and kind, in the classes of jars and folders.",
      "With --run it runs a JMH jar too, counts how often an operation makes each of them,",
      "and judges that by the baseline. The kinds are those of docs/counting.md."
    })
final class CopiesVerb extends MeasuringVerb {
  private static final Set<Metric> METRICS =
      EnumSet.of(Metric.COPIES, Metric.COPIED_BYTES, Metric.BOXINGS);

  /** Options of what it has in common with other verbs, of which it knows one value alone. */
  private static final List<String> NOT_ITS_OWN = List.of("--metrics", "--modes");

  private static final Set<String> ONLY_WITH_RUN = Set.of(
      "--include",
      "--exclude",
      "--param",
      "--modes",
      "--db",
      "--jvm",
      "--jvm-arg",
      "--row-limit",
      "--no-progress",
      "--baselines",
      "--copying",
      "--apart");

  @Mixin
  private ScanOptions scan = new ScanOptions();

  @Option(
      names = "--run",
      description = "Run the benchmarks, and count how often each call copies in an operation.")
  private boolean run;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  CopiesVerb(Surroundings surroundings) {
    super(surroundings);
  }

  /** The verb, whose help leaves out what it refuses. */
  static CommandLine command(Surroundings surroundings) {
    CommandLine command = new CommandLine(new CopiesVerb(surroundings));
    for (String name : NOT_ITS_OWN) {
      OptionSpec option = command.getCommandSpec().findOption(name);
      command.getCommandSpec().remove(option);
      command.getCommandSpec().addOption(OptionSpec.builder(option).hidden(true).build());
    }
    return command;
  }

  @Override
  Set<Metric> metrics() {
    return METRICS;
  }

  @Override
  public Integer call() {
    checkOptions();
    Areas areas = new Areas(scan.areas());
    ExitCode end = run ? showWhatRuns(areas) : showWhatThereIs(areas);
    surroundings.out().flush();
    return end.code();
  }

  private void checkOptions() {
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      String name = option.longestName();
      if (name.equals("--metrics")) {
        throw usage("--metrics is not for copies, which counts copies, copiedBytes and boxings");
      }
      if (!run && ONLY_WITH_RUN.contains(name)) {
        throw usage(name + " says how to run benchmarks: add --run, or leave it out");
      }
    }
    if (run && scan.hasClassPath()) {
      throw usage("--classpath can not be run: name JMH jars by --jar, or leave --run out");
    }
  }

  private ExitCode showWhatThereIs(Areas areas) {
    List<Path> jars = scan.hasClassPath() && !measureOptions().foreignJar()
        ? List.of()
        : measureOptions().jars(surroundings.defaults());
    CopyScan found = scan(scan.paths(jars), new Packages(measureOptions().packages()));
    CopyTable table = CopyTable.of(found.sites(), areas);
    if (scan.format() == Format.JSON) {
      surroundings.out().print(CopyJson.render(table, found.sites(), areas, found.classes()));
      return ExitCode.OK;
    }
    print(CopyGrids.table(table));
    if (scan.sites()) {
      surroundings.out().print(scan.format() == Format.TEXT ? "\n" : "");
      print(CopyGrids.sites(found.sites()));
    }
    return ExitCode.OK;
  }

  private ExitCode showWhatRuns(Areas areas) {
    MeasurePlan plan = plan(Optional.empty());
    if (plan.modes().contains(Mode.STEADY)) {
      throw usage("copies are counted as written: leave --modes out");
    }
    BaselineStore store = store();
    store.keys().forEach(store::read);
    List<MeasureResult> results = measure(plan);
    Judged judged = Judged.of(
            reproduction("run"), results, plan.selection(), store::read, LimitRules.NONE)
        .explainedBy(CauseSearch.inHand());
    List<String> benchmarks = results.stream()
        .flatMap(result -> result.rows().stream())
        .map(BenchmarkId::benchmark)
        .toList();
    CopyScan found =
        scan(plan.jars(), Packages.chosenOrOwn(measureOptions().packages(), benchmarks));
    for (Section section : quiet() ? List.<Section>of() : judged.report().sections()) {
      show(
          section, RunTable.of(found.sites(), section, areas, scan.copying(), scan.apart()), areas);
    }
    Status worst = judged.report().worst();
    PrintWriter verdict = scan.format() == Format.TEXT ? surroundings.out() : surroundings.err();
    if (!quiet() || worst != Status.OK) {
      verdict.print(TextReport.renderVerdict(judged.report()));
      hints(judged, worst, store).forEach(verdict::println);
      verdict.flush();
    }
    return worst.exitCode();
  }

  private void show(Section section, RunTable table, Areas areas) {
    boolean text = scan.format() == Format.TEXT;
    if (scan.format() == Format.JSON) {
      surroundings.out().print(RunJson.render(section, table, areas));
      return;
    }
    print((text ? "" : "### ") + Wording.environment(section.environment()) + "\n");
    print(RunGrids.table(table));
    if (scan.sites()) {
      for (RowSites row : RowSites.of(section)) {
        print((text ? "\n" : "#### ") + row.heading() + (text ? "" : "\n"));
        if (!row.isEmpty()) {
          print(RunGrids.sites(row));
        }
      }
    }
    surroundings.out().print(text ? "\n" : "");
  }

  private void print(Grid grid) {
    surroundings.out().print(scan.format() == Format.TEXT ? grid.toText() : grid.toMarkdown());
  }

  private CopyScan scan(List<Path> paths, Packages packages) {
    try {
      CopyScan found =
          CopyScan.of(paths, new CallRules(packages, measureOptions().copyMethods()));
      if (found.classes() == 0) {
        throw new UserError(
            ExitCode.ERROR,
            "no class is in these packages: check --jar, --classpath and --packages");
      }
      NamedCopies.check(measureOptions().copyMethods(), paths, packages);
      return found;
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR, "can not look for copies: " + IoReason.of(failure), failure);
    }
  }

  private static UserError usage(String message) {
    return new UserError(ExitCode.USAGE, message);
  }
}
