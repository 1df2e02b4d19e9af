package dev.tare.reports.cli.verbs;

import dev.tare.profiling.record.Measurement;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.budgets.Budgets;
import dev.tare.reports.causes.Sites;
import dev.tare.reports.cli.io.ReportFiles;
import dev.tare.reports.cli.io.ReportTexts;
import dev.tare.reports.cli.io.Revision;
import dev.tare.reports.cli.io.Surroundings;
import dev.tare.reports.cli.options.judge.CauseOptions;
import dev.tare.reports.cli.options.judge.CompareOptions;
import dev.tare.reports.cli.options.judge.LimitOptions;
import dev.tare.reports.cli.options.judge.OutputOptions;
import dev.tare.reports.cli.options.judge.ReportFormat;
import dev.tare.reports.cli.search.CauseSearch;
import dev.tare.reports.gate.Selection;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.limit.LimitRules;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.matrix.MeasurePlan;
import dev.tare.reports.records.RecordsFile;
import dev.tare.reports.render.TextReport;
import dev.tare.reports.render.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** Two states of a program, a change against its base, without a committed baseline. */
@Command(
    name = "compare",
    sortOptions = false,
    description = {
      "Judges HEAD by BASE as 'gate' judges by a baseline: same verdicts, limits and exit codes.",
      "Both are jars, or records of earlier runs, or with --git revisions, which are built."
    })
final class CompareVerb extends MeasuringVerb {
  private static final Set<String> NOT_HERE = Set.of("--jar", "--baselines", "--base", "--accept");

  @Mixin
  private CompareOptions compared = new CompareOptions();

  @Mixin
  private OutputOptions output = new OutputOptions();

  @Mixin
  private LimitOptions limits = new LimitOptions();

  @Mixin
  private CauseOptions causes = new CauseOptions();

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before it calls
  private CommandSpec spec;

  CompareVerb(Surroundings surroundings) {
    super(surroundings);
  }

  @Override
  public Integer call() {
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (NOT_HERE.contains(option.longestName())) {
        throw new UserError(
            ExitCode.USAGE,
            option.longestName() + " is not for compare, which takes BASE and HEAD alone");
      }
    }
    if (compared.records()) {
      Selection selection = measureOptions().selectionByName();
      return tell(judged(
              List.of(selected(RecordsFile.read(Path.of(compared.base())), selection)),
              List.of(selected(RecordsFile.read(Path.of(compared.head())), selection)),
              selection,
              limits.rules())
          .explainedBy(CauseSearch.inHand()));
    }
    if (!compared.git()) {
      return jars(Path.of(compared.base()), Path.of(compared.head()));
    }
    Path jar = compared.jarPath(surroundings.defaults());
    try (Revision base = Revision.checkOut(compared.base(), surroundings.err()::println);
        Revision head = Revision.checkOut(compared.head(), surroundings.err()::println)) {
      try {
        return jars(built(base, jar), built(head, jar));
      } catch (UserError error) {
        throw head.named(base.named(error));
      }
    }
  }

  private Path built(Revision revision, Path jar) {
    if (!quiet()) {
      surroundings.err().println("building " + revision + " …");
    }
    return revision.build(compared.build(surroundings.defaults()), jar);
  }

  private static MeasureResult selected(MeasureResult result, Selection selection) {
    return new MeasureResult(
        result.environment(),
        result.rows(),
        result.measurements().stream()
            .filter(figure -> selection.test(FigureKey.of(figure)))
            .toList(),
        result.failures().stream()
            .filter(failure -> selection.includes(failure.id().benchmark()))
            .toList(),
        result.sites());
  }

  private int jars(Path base, Path head) {
    MeasurePlan before = measureOptions().plan(surroundings.defaults(), List.of(base), metrics());
    MeasurePlan after = measureOptions().plan(surroundings.defaults(), List.of(head), metrics());
    List<MeasureResult> held = measure(before);
    held.forEach(result -> result
        .failures()
        .forEach(
            failure -> surroundings.err().println("not in BASE: " + Wording.failure(failure))));
    Judged judged = judged(
        held, measure(after), after.selection(), limits.rules().after(Budgets.of(after.jars())));
    return tell(
        causes.runsForSites()
            ? judged.explainedBy(new CauseSearch(after, List.of(base), this::measure))
            : judged);
  }

  private Judged judged(
      List<MeasureResult> before,
      List<MeasureResult> after,
      Selection selection,
      LimitRules rules) {
    Map<String, Baseline> byKey = new HashMap<>();
    for (MeasureResult result : before) {
      List<Measurement> figures = Judged.gated(result.measurements()).stream()
          .map(figure -> withCalls(figure, result))
          .toList();
      byKey.merge(
          result.environment().baselineKey(),
          Baseline.of(figures),
          (one, other) -> one.with(other.figures()));
    }
    List<String> options = new ArrayList<>(measureOptions().arguments(metrics()));
    options.addAll(limits.arguments());
    String command = command(compared.command(), options);
    return Judged.of(command, after, selection, key -> Optional.ofNullable(byKey.get(key)), rules);
  }

  private static Measurement withCalls(Measurement figure, MeasureResult result) {
    FigureKey key = FigureKey.of(figure);
    return Sites.of(
            figure,
            result.sites().stream()
                .filter(call -> FigureKey.of(call.part()).equals(key))
                .toList())
        .keptWith(figure);
  }

  private int tell(Judged judged) {
    Status worst = judged.worstForGate();
    if (compared.worseOnly() && worst.compareTo(Status.MISSING) <= 0) {
      worst = Status.OK;
    }
    ReportTexts texts = new ReportTexts(
        judged.report(),
        quiet() && worst == Status.OK ? "" : TextReport.renderVerdict(judged.report()));
    surroundings.out().print(texts.in(output.format()));
    surroundings.out().flush();
    ReportFiles.write(texts.of(output.files()), surroundings.writer());
    if (output.out().isPresent()) {
      Path page = ReportFiles.write(
          judged.report(),
          output.out().get(),
          surroundings.defaults().command(),
          surroundings.err()::println,
          surroundings.writer());
      boolean text = output.format() == ReportFormat.TEXT;
      (text ? surroundings.out() : surroundings.err()).println(page);
    }
    return worst.exitCode().code();
  }
}
