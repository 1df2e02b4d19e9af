package dev.tare.reports.render;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.failure;
import static dev.tare.reports.Sample.row;
import static dev.tare.reports.Sample.varying;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.Sample;
import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.baseline.FigureKey;
import dev.tare.reports.causes.Cause;
import dev.tare.reports.causes.SiteChange;
import dev.tare.reports.gate.Gate;
import dev.tare.reports.gate.Limits;
import dev.tare.reports.gate.Pairing;
import dev.tare.reports.gate.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One report with every kind of row and verdict in it, and a quiet one. */
public final class SampleReport {
  static final String HOSTILE = "x.<script>alert(1)</script>|*`\u001b[31m.run";

  private SampleReport() {}

  public static Report everything() {
    List<Measurement> now = List.of(
        bytes(
            row("dev.tare.env.EnvironmentBenchmark.merge", "size", "10", "variant", "COPYING"),
            1872),
        bytes(row("dev.tare.env.EnvironmentBenchmark.merge", "size", "10", "variant", "LEAN"), 96),
        bytes(row("dev.tare.queue.QueueBenchmark.publish", "variant", "COPYING"), 20_480),
        varying(
            row("dev.tare.queue.QueueBenchmark.publish", "variant", "LEAN"), 520.36, 512.5, 531),
        bytes(row("dev.tare.breaker.BreakerBenchmark.success", "variant", "COPYING"), 120),
        bytes(row("dev.tare.breaker.BreakerBenchmark.success", "variant", "LEAN"), 0),
        bytes(row("dev.tare.startup.StartupBenchmark.boot"), 12_345_678),
        bytes(row("dev.tare.fresh.FreshBenchmark.line", "text", "a|b <i>"), 24.0625),
        bytes(row(HOSTILE), 8));
    List<Measurement> before = List.of(
        bytes(now.get(0).id(), 1872),
        bytes(now.get(1).id(), 72),
        bytes(now.get(2).id(), 20_480),
        bytes(now.get(3).id(), 600),
        bytes(now.get(4).id(), 120),
        bytes(now.get(5).id(), 0),
        bytes(now.get(6).id(), 12_345_678),
        bytes(row("dev.tare.gone.GoneBenchmark.away"), 40),
        bytes(now.get(8).id(), 8));
    List<Failure> failures =
        List.of(failure(row("dev.tare.slow.SlowBenchmark.spin"), "gave up after 30 s\nof waiting"));
    return new Report(
        "scripts/tare run --include 'Benchmark'",
        List.of(section(Sample.JDK_17, now, failures, Optional.of(Baseline.of(before)))));
  }

  /** The same, with what its regression comes from. */
  public static Report explained() {
    Report report = everything();
    Section section = report.sections().get(0);
    FigureKey red = new FigureKey(
        row("dev.tare.env.EnvironmentBenchmark.merge", "size", "10", "variant", "LEAN"),
        Mode.WRITTEN,
        Metric.BYTES);
    Cause cause = new Cause(
        List.of(
            new SiteChange(
                SiteChange.Kind.NEW, "byte[]", "dev.tare.env.Merge.run", List.of(12, 14), 0, 32),
            new SiteChange(
                SiteChange.Kind.GROWN, "x<y>", "dev.tare.env.Other$Part.of", List.of(7), 8, 16),
            new SiteChange(
                SiteChange.Kind.GONE, "int[]", "dev.tare.env.Merge.run", List.of(), 16, 0)),
        "",
        null);
    return report.with(List.of(section.with(Map.of(red, cause))));
  }

  /** Two environments without a baseline. */
  public static Report unjudged() {
    List<Measurement> figures = List.of(
        bytes(row("a.One.same"), 16), bytes(row("b.One.same"), 24), bytes(row("b.Two.other"), 0));
    return new Report(
        "tare run --jar b.jar",
        List.of(
            section(Sample.JDK_17, figures, List.of(), Optional.empty()),
            section(Sample.JDK_25_COH, figures, List.of(), Optional.empty())));
  }

  /** A pair of bytes and time. */
  public static Report timed() {
    BenchmarkId copying = row("x.Text.parse", "variant", "COPYING");
    BenchmarkId lean = row("x.Text.parse", "variant", "LEAN");
    List<Measurement> figures = List.of(
        bytes(copying, 24),
        bytes(lean, 0),
        new Measurement(copying, Mode.TIMED, Metric.TIME, 812.34, 803.24, 821.44),
        new Measurement(lean, Mode.TIMED, Metric.TIME, 203.1, 199.1, 207.1));
    return new Report(
        "tare run --time", List.of(section(Sample.JDK_17, figures, List.of(), Optional.empty())));
  }

  /** These figures, all in order. */
  public static Report of(List<Measurement> figures) {
    Optional<Baseline> same = Optional.of(Baseline.of(figures));
    return new Report(
        "tare run --jar b.jar", List.of(section(Sample.JDK_17, figures, List.of(), same)));
  }

  /** One benchmark with so many pairs, all in order. */
  public static Report manyRows(int count) {
    List<Measurement> figures = new ArrayList<>();
    for (int n = 1; n <= count; n++) {
      String text = Integer.toString(n);
      figures.add(bytes(row("a.Many.call", "n", text, "variant", "COPYING"), 24));
      figures.add(bytes(row("a.Many.call", "n", text, "variant", "LEAN"), 8));
    }
    return of(figures);
  }

  static Section section(
      Environment environment,
      List<Measurement> figures,
      List<Failure> failures,
      Optional<Baseline> baseline) {
    List<Measurement> sorted = new ArrayList<>(Baseline.of(figures).figures());
    Selection all = Selection.all(Set.of(Mode.WRITTEN));
    return new Section(
        environment,
        sorted,
        failures,
        Pairing.of(sorted),
        baseline.map(lines -> Gate.judge(sorted, failures, lines, all, Limits.standard())),
        List.of());
  }
}
