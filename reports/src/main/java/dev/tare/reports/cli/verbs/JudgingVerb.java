package dev.tare.reports.cli.verbs;

import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.baseline.BaselineStore;
import dev.tare.reports.budgets.Budgets;
import dev.tare.reports.cli.io.HistoryLog;
import dev.tare.reports.cli.io.ReportFiles;
import dev.tare.reports.cli.io.ReportTexts;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.judge.CauseOptions;
import dev.tare.reports.cli.options.judge.HistoryOptions;
import dev.tare.reports.cli.options.judge.LimitOptions;
import dev.tare.reports.cli.options.judge.OutputOptions;
import dev.tare.reports.cli.options.judge.ReportFormat;
import dev.tare.reports.cli.options.judge.TimeOptions;
import dev.tare.reports.cli.search.CauseSearch;
import dev.tare.reports.cli.search.SiteKeeping;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.limit.LimitRules;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.matrix.MeasurePlan;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.TextReport;
import dev.tare.reports.render.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A verb that measures and judges; {@code run} and {@code gate} differ in what they show of it. */
abstract class JudgingVerb extends MeasuringVerb {
  @Mixin
  private OutputOptions output = new OutputOptions();

  @Mixin
  private LimitOptions limits = new LimitOptions();

  @Mixin
  private CauseOptions causes = new CauseOptions();

  @Mixin
  private HistoryOptions history = new HistoryOptions();

  JudgingVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  final List<String> limits() {
    return limits.arguments();
  }

  /** Where files go; empty to write none. */
  abstract Optional<Path> directory(OutputOptions output);

  /** The report as text. */
  abstract String text(Judged judged);

  /** The status that decides how the command ends. */
  abstract Status worst(Judged judged);

  /** The plan with what this verb alone can measure. */
  MeasurePlan completed(MeasurePlan plan) {
    return plan;
  }

  /** The results with what this verb alone tells of them. */
  List<MeasureResult> explained(MeasurePlan plan, List<MeasureResult> results) {
    return results;
  }

  @Override
  public final Integer call() {
    Optional<Path> directory = directory(output);
    MeasurePlan plan = completed(plan(directory));
    BaselineStore store = store();
    // Before anything is measured: a baseline that cannot be read is worth no minute of waiting.
    store.keys().forEach(store::read);
    Optional<HistoryLog> log =
        history.file().map(file -> HistoryLog.at(file, history.commit(), surroundings));
    List<MeasureResult> results = explained(plan, measure(plan, store, List.of()));
    LimitRules rules = limits.rules().after(Budgets.of(plan.jars()));
    String reproduction = reproduction("run");
    Judged judged = Judged.of(reproduction, results, plan.selection(), store::read, rules);
    SecondLook look = SecondLook.at(judged);
    if (!look.benchmarks().isEmpty()) {
      tell("measured again, since compiled figures were not in order: "
          + String.join(", ", look.benchmarks()));
      results = look.merge(results, measure(look.plan(plan)));
      judged = Judged.of(reproduction, results, plan.selection(), store::read, rules);
    }
    List<MeasureResult> measured = results;
    if (output.accept() && accept(judged, plan, results, store)) {
      judged = Judged.of(reproduction, results, plan.selection(), store::read, rules);
    }
    if (causes.runsForSites()) {
      judged = judged.explainedBy(new CauseSearch(plan, causes.base(), this::measure));
    }
    judged = judged.claimedIn(store);
    show(judged, store);
    try {
      Report report = judged.report();
      directory.ifPresent(folder -> writePage(report, folder));
    } finally {
      // After the verdict, whatever becomes of the page: neither costs the other.
      log.ifPresent(each -> each.append(measured, plan.selection()));
    }
    return worst(judged).exitCode().code();
  }

  private void show(Judged judged, BaselineStore store) {
    StringBuilder text = new StringBuilder(text(judged));
    hints(judged, worst(judged), store).forEach(line -> text.append(line).append('\n'));
    ReportTexts texts = new ReportTexts(judged.report(), text.toString());
    boolean silent = quiet() && worst(judged) == Status.OK;
    if (output.format() != ReportFormat.TEXT || !silent) {
      surroundings.out().print(texts.in(output.format()));
    }
    surroundings.out().flush();
    ReportFiles.write(texts.of(output.files()), surroundings.writer());
  }

  private void writePage(Report report, Path folder) {
    Path page = ReportFiles.write(
        report,
        folder,
        surroundings.defaults().command(),
        surroundings.err()::println,
        surroundings.writer());
    (output.format() == ReportFormat.TEXT ? surroundings.out() : surroundings.err()).println(page);
  }

  private boolean accept(
      Judged judged, MeasurePlan plan, List<MeasureResult> results, BaselineStore store) {
    if (judged.report().worst().compareTo(Status.MISSING) > 0) {
      surroundings.err().println("tare: nothing claimed: " + Wording.headline(judged.report()));
      return false;
    }
    requireOneResultAKey(results);
    Map<String, Baseline> next = new LinkedHashMap<>();
    withSites(plan, judged.improvements(), results, store, false)
        .forEach((environment, claimed) -> {
          String key = environment.baselineKey();
          next.put(key, store.read(key).orElse(Baseline.empty()).with(claimed));
        });
    claim(next, store).forEach(this::tell);
    return true;
  }

  /** Beside a result: standard output may be for a machine. */
  private void tell(String line) {
    if (output.format() == ReportFormat.TEXT) {
      print(line);
    } else {
      surroundings.err().println(line);
    }
  }

  /**
   * The main job: measure, compare the pairs, judge where there is a baseline, write the report.
   */
  @Command(
      name = "run",
      sortOptions = false,
      description = {
        "Measures, compares the pairs, and judges by the baseline if this JDK has one.",
        "Writes report.html and records.json to ./out; the last line is the report's path."
      })
  static final class RunVerb extends JudgingVerb {
    private static final Path OUT = Path.of("out");

    @Mixin
    private TimeOptions time = new TimeOptions();

    @Option(
        names = "--sites",
        description = "Run all rows once more to see which lines allocate, and keep that in the"
            + " records and the report.")
    private boolean sites;

    RunVerb(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    MeasurePlan completed(MeasurePlan plan) {
      return time.timing().map(plan::timed).orElse(plan);
    }

    @Override
    List<MeasureResult> explained(MeasurePlan plan, List<MeasureResult> results) {
      return sites
          ? new SiteKeeping(plan, this::measure, surroundings.err()::println).allocations(results)
          : results;
    }

    @Override
    List<String> furtherArguments() {
      List<String> arguments = new ArrayList<>(time.arguments());
      if (sites) {
        arguments.add("--sites");
      }
      return arguments;
    }

    @Override
    Optional<Path> directory(OutputOptions output) {
      return Optional.of(output.out().orElse(OUT));
    }

    @Override
    String text(Judged judged) {
      return quiet()
          ? TextReport.renderVerdict(judged.report())
          : TextReport.render(judged.report());
    }

    @Override
    Status worst(Judged judged) {
      return judged.report().worst();
    }
  }

  /** The verdict alone, for CI: a missing baseline is red here, and nothing is written unasked. */
  @Command(
      name = "gate",
      sortOptions = false,
      description = {
        "Measures and judges; prints what is not in order, and the verdict.",
        "Writes a report only where --out says so."
      })
  static final class GateVerb extends JudgingVerb {

    GateVerb(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    Optional<Path> directory(OutputOptions output) {
      return output.out();
    }

    @Override
    String text(Judged judged) {
      return TextReport.renderVerdict(judged.report());
    }

    @Override
    Status worst(Judged judged) {
      return judged.worstForGate();
    }
  }
}
