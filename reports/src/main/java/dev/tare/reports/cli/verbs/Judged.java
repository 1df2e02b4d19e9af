package dev.tare.reports.cli.verbs;

import dev.tare.profiling.record.Measurement;
import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.baseline.BaselineStore;
import dev.tare.reports.gate.Gate;
import dev.tare.reports.gate.Limits;
import dev.tare.reports.gate.Pairing;
import dev.tare.reports.gate.Selection;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import dev.tare.reports.launch.MeasureResult;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Measured results held against the baselines of their environments.
 *
 * @param report what renderers take
 * @param withoutBaseline the keys of environments that have none, in order
 */
record Judged(Report report, List<String> withoutBaseline) {

  static Judged of(
      String command, List<MeasureResult> results, Selection selection, BaselineStore store) {
    List<Section> sections = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (MeasureResult result : results) {
      String key = result.environment().baselineKey();
      Optional<Baseline> baseline = store.read(key);
      if (baseline.isEmpty()) {
        without.add(key);
      }
      sections.add(new Section(
          result.environment(),
          result.measurements(),
          result.failures(),
          Pairing.of(result.measurements()),
          baseline.map(lines -> Gate.judge(
              result.measurements(), result.failures(), lines, selection, Limits.standard())),
          result.sites()));
    }
    return new Judged(new Report(command, sections), without);
  }

  /** The worst status, counting an environment without a baseline as missing. */
  Status worstForGate() {
    Status worst = report.worst();
    boolean missing = !withoutBaseline.isEmpty() && worst.compareTo(Status.MISSING) < 0;
    return missing ? Status.MISSING : worst;
  }

  /** The benchmarks whose figures a {@code baseline update} would change. */
  SortedSet<String> claimable() {
    SortedSet<String> names = new TreeSet<>();
    for (Section section : report.sections()) {
      section
          .judgement()
          .ifPresent(judgement -> judgement.verdicts().stream()
              .filter(verdict -> verdict.status() != Status.OK
                  && verdict.status() != Status.UNSTABLE
                  && verdict.status() != Status.FAILED)
              .forEach(verdict -> names.add(verdict.id().benchmark())));
    }
    return names;
  }

  /** The figures to claim, by key: improvements, new lines, and all of a new environment. */
  Map<String, List<Measurement>> improvements() {
    Map<String, List<Measurement>> byKey = new LinkedHashMap<>();
    for (Section section : report.sections()) {
      List<Measurement> claimed =
          byKey.computeIfAbsent(section.environment().baselineKey(), key -> new ArrayList<>());
      if (section.judgement().isEmpty()) {
        claimed.addAll(gated(section.measurements()));
        continue;
      }
      for (Verdict verdict : section.judgement().get().verdicts()) {
        boolean wanted =
            verdict.status() == Status.IMPROVEMENT || verdict.status() == Status.MISSING;
        if (wanted && verdict.measured() != null) {
          claimed.add(verdict.measured());
        }
      }
    }
    return byKey;
  }

  static List<Measurement> gated(List<Measurement> figures) {
    return figures.stream()
        .filter(figure -> Limits.standard().gates(figure.metric()))
        .toList();
  }
}
