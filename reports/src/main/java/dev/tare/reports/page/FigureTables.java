package dev.tare.reports.page;

import dev.tare.reports.page.figure.Figures;
import dev.tare.reports.page.figure.FlameFigure;
import dev.tare.reports.page.figure.FlameFigure.Method;
import dev.tare.reports.page.figure.HeapFigure;
import dev.tare.reports.page.figure.LatencyFigure;
import dev.tare.reports.page.figure.LatencyFigure.Measure;
import dev.tare.reports.page.figure.Source;
import dev.tare.reports.render.MarkdownReport;
import dev.tare.reports.render.Wording;
import java.util.ArrayList;
import java.util.List;

/** The figures of a page as Markdown has them: their tables, without the drawings. */
public final class FigureTables {
  private FigureTables() {}

  /** All tables; empty without figures. */
  public static String render(Figures figures) {
    StringBuilder out = new StringBuilder();
    figures.flames().forEach(flame -> flame(flame, out));
    figures.loads().forEach(load -> load(load, out));
    figures.heaps().forEach(heap -> heap(heap, out));
    return out.toString();
  }

  private static void flame(FlameFigure flame, StringBuilder out) {
    heading(flame.title() + ", " + flame.event(), out);
    List<String> headings = new ArrayList<>(flame.graph().variants());
    headings.add("most by itself");
    table(headings, out);
    for (Method method : flame.hottest()) {
      List<String> cells = new ArrayList<>();
      method.shares().forEach(share -> cells.add(Wording.percent(share)));
      cells.add(method.name());
      MarkdownReport.line(out, cells.toArray(new String[0]));
    }
    flame.sources().forEach(source -> source(source, out));
  }

  private static void load(LatencyFigure load, StringBuilder out) {
    heading(load.title(), out);
    if (!load.measures().isEmpty()) {
      table(List.of("measure", "of", "copying", "lean", "unit", "lean of copying", "goal"), out);
    }
    for (Measure measure : load.measures()) {
      MarkdownReport.line(
          out,
          measure.name() + (measure.moreIsBetter() ? ", more is better" : ""),
          measure.group(),
          measure.copying(),
          measure.lean(),
          measure.unit(),
          measure.ratio(),
          measure.bar() + (measure.met() ? "" : ", missed"));
    }
    source(load.source(), out);
  }

  private static void heap(HeapFigure heap, StringBuilder out) {
    heading(heap.title() + ", heap", out);
    table(heap.headings(), out);
    heap.rows().forEach(row -> MarkdownReport.line(out, row.toArray(new String[0])));
    source(heap.source(), out);
  }

  private static void heading(String title, StringBuilder out) {
    out.append("\n### ").append(MarkdownReport.escape(title)).append("\n\n");
  }

  private static void table(List<String> headings, StringBuilder out) {
    MarkdownReport.line(out, headings.toArray(new String[0]));
    out.append("|---".repeat(headings.size())).append("|\n");
  }

  private static void source(Source source, StringBuilder out) {
    out.append("\nFrom ").append(MarkdownReport.escape(source.file()));
    if (!source.command().isEmpty()) {
      out.append(", recorded again by:\n\n    ").append(Wording.clean(source.command()));
    }
    out.append('\n');
  }
}
