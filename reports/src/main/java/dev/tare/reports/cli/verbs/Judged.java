package dev.tare.reports.cli.verbs;

import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Measurement;
import dev.tare.reports.ExitCode;
import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.baseline.BaselineStore;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.causes.Cause;
import dev.tare.reports.causes.Sites;
import dev.tare.reports.cli.search.CauseSearch;
import dev.tare.reports.gate.Gate;
import dev.tare.reports.gate.Judgement;
import dev.tare.reports.gate.Limits;
import dev.tare.reports.gate.Pairing;
import dev.tare.reports.gate.Selection;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import dev.tare.reports.gate.limit.LimitRules;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Measured results held against the baselines of their environments.
 *
 * @param report what renderers take
 * @param withoutBaseline the keys of environments that have none, in order
 */
record Judged(Report report, List<String> withoutBaseline) {

  static Judged of(
      String command,
      List<MeasureResult> results,
      Selection selection,
      Function<String, Optional<Baseline>> baselines,
      LimitRules limits) {
    List<Section> sections = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (MeasureResult result : results) {
      String key = result.environment().baselineKey();
      Optional<Baseline> baseline = baselines.apply(key);
      Judgement judgement = limits.apply(Gate.judge(
          result.measurements(),
          result.failures(),
          baseline.orElse(Baseline.empty()),
          selection,
          Limits.standard()));
      if (baseline.isEmpty() && !judgement.of(Status.MISSING).isEmpty()) {
        without.add(key);
      }
      Judgement byLimits = judgement.without(Status.MISSING);
      boolean judged = baseline.isPresent()
          || byLimits.verdicts().stream().anyMatch(verdict -> verdict.measured() != null);
      sections.add(new Section(
          result.environment(),
          result.measurements(),
          result.failures(),
          Pairing.of(result.measurements()),
          judged ? Optional.of(baseline.isPresent() ? judgement : byLimits) : Optional.empty(),
          result.sites()));
    }
    return new Judged(new Report(command, sections), without);
  }

  /** The same, with the causes that the search finds. */
  Judged explainedBy(CauseSearch search) {
    return new Judged(search.explain(report), withoutBaseline);
  }

  /** The same, with the patch that would claim all of it, if every row has a figure. */
  Judged claimedIn(BaselineStore store) {
    if (report.worst() == Status.FAILED) {
      return this;
    }
    Map<String, Baseline> next = new LinkedHashMap<>();
    for (Section section : report.sections()) {
      String key = section.environment().baselineKey();
      Optional<Baseline> before = store.read(key);
      if (before.isPresent() && section.judgement().isPresent()) {
        next.put(key, claimed(before.get(), section, section.judgement().get()));
      }
    }
    String patch = store.patch(next, Path.of("").toAbsolutePath());
    return new Judged(report.claiming(patch), withoutBaseline);
  }

  private static Baseline claimed(Baseline before, Section section, Judgement judgement) {
    List<Measurement> figures = new ArrayList<>();
    Set<FigureKey> gone = new HashSet<>();
    for (Verdict verdict : judgement.verdicts()) {
      if (verdict.status() == Status.VANISHED && verdict.baseline() != null) {
        gone.add(FigureKey.of(verdict.baseline()));
      } else if (verdict.status().exitCode() != ExitCode.OK && verdict.measured() != null) {
        figures.add(withSites(section, verdict, verdict.measured()));
      }
    }
    return before.with(figures).without(gone::contains);
  }

  /** The new figure with its sites, if the old one has some and the new ones are known. */
  private static Measurement withSites(Section section, Verdict verdict, Measurement figure) {
    Measurement before = verdict.baseline();
    return section
        .causeOf(verdict)
        .map(Cause::sites)
        .filter(sites -> before != null && !before.sites().isEmpty())
        .map(sites -> sites.keptWith(figure))
        .orElseGet(() -> Sites.without(figure));
  }

  /** The worst status, counting an environment without a baseline as missing. */
  Status worstForGate() {
    Status worst = report.worst();
    boolean missing = !withoutBaseline.isEmpty() && worst.compareTo(Status.MISSING) < 0;
    return missing ? Status.MISSING : worst;
  }

  /** The benchmarks whose figures a {@code baseline update} would change. */
  SortedSet<String> claimable() {
    return benchmarks(status -> status != Status.FAILED);
  }

  /** The benchmarks of every figure or row that needs attention. */
  SortedSet<String> benchmarksNotInOrder() {
    return benchmarks(status -> true);
  }

  private SortedSet<String> benchmarks(Predicate<Status> wanted) {
    SortedSet<String> names = new TreeSet<>();
    for (Section section : report.sections()) {
      section
          .judgement()
          .ifPresent(judgement -> judgement.verdicts().stream()
              .filter(verdict ->
                  verdict.status().exitCode() != ExitCode.OK && wanted.test(verdict.status()))
              .forEach(verdict -> names.add(verdict.id().benchmark())));
    }
    return names;
  }

  /** The figures to claim: improvements, new lines, and all of a new environment. */
  Map<Environment, List<Measurement>> improvements() {
    Map<Environment, List<Measurement>> byEnvironment = new LinkedHashMap<>();
    for (Section section : report.sections()) {
      List<Measurement> claimed =
          byEnvironment.computeIfAbsent(section.environment(), each -> new ArrayList<>());
      if (section.judgement().isEmpty()) {
        claimed.addAll(gated(section.measurements()));
        continue;
      }
      for (Verdict verdict : section.judgement().get().verdicts()) {
        boolean wanted =
            verdict.status() == Status.IMPROVEMENT || verdict.status() == Status.MISSING;
        if (wanted && verdict.measured() != null) {
          claimed.add(Sites.without(verdict.measured()));
        }
      }
    }
    return byEnvironment;
  }

  /** The figures that a baseline holds, without their sites: it keeps those in its own form. */
  static List<Measurement> gated(List<Measurement> figures) {
    return figures.stream()
        .filter(figure -> Limits.standard().gates(figure.metric()))
        .map(Sites::without)
        .toList();
  }
}
