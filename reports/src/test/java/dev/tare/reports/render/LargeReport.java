package dev.tare.reports.render;

import static dev.tare.reports.Sample.row;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.Site;
import dev.tare.reports.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report as large as a run with sites over a large suite makes it. */
public final class LargeReport {
  private static final int AREAS = 20;
  private static final int COPYING_SITES = 14;
  private static final int LEAN_SITES = 5;

  private LargeReport() {}

  /**
   * So many pairs in twenty areas, each with all that written mode counts, and, as the project's
   * own have, some forty calls that copy and lines that allocate.
   */
  public static Report pairs(int count) {
    List<Measurement> figures = new ArrayList<>();
    List<SiteFigure> calls = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      String benchmark = "org.acme.area" + n % AREAS + ".LargeBenchmark.call";
      String text = Integer.toString(n);
      add(row(benchmark, "n", text, "variant", "COPYING"), COPYING_SITES, n, figures, calls);
      add(row(benchmark, "n", text, "variant", "LEAN"), LEAN_SITES, n, figures, calls);
    }
    Section section = SampleReport.section(Sample.JDK_17, figures, List.of(), Optional.empty());
    return new Report(
        "tare run --jar b.jar --sites",
        List.of(new Section(
            section.environment(),
            section.measurements(),
            section.failures(),
            section.pairing(),
            section.judgement(),
            calls)));
  }

  private static void add(
      BenchmarkId id, int sites, int n, List<Measurement> figures, List<SiteFigure> calls) {
    List<Site> lines = new ArrayList<>();
    for (int line = 1; line <= sites; line++) {
      lines.add(new Site("byte[]", "org.acme.Message$Reader.readField:" + line, 24 + n));
      CopySite call = new CopySite(
          "org.acme.Message$Writer", "writeField", line, CopyKind.STRING, "String.getBytes");
      for (Metric metric : List.of(Metric.COPIES, Metric.COPIED_BYTES)) {
        calls.add(new SiteFigure(call, Measurement.exact(id, Mode.WRITTEN, metric, 1)));
      }
    }
    double bytes = (24.0 + n) * sites;
    figures.add(new Measurement(id, Mode.WRITTEN, Metric.BYTES, bytes, bytes, bytes, lines));
    for (Metric metric : List.of(Metric.COPIES, Metric.COPIED_BYTES, Metric.BOXINGS)) {
      figures.add(Measurement.exact(id, Mode.WRITTEN, metric, sites));
    }
  }
}
