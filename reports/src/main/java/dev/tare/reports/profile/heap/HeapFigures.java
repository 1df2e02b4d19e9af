package dev.tare.reports.profile.heap;

import dev.tare.reports.page.chart.Line;
import dev.tare.reports.page.chart.Point;
import dev.tare.reports.page.chart.TimeChart;
import dev.tare.reports.page.figure.HeapFigure;
import dev.tare.reports.page.figure.Source;
import dev.tare.reports.profile.heap.HeapStory.Live;
import dev.tare.reports.profile.heap.HeapStory.Reading;
import dev.tare.reports.profile.heap.HeapStory.Site;
import dev.tare.reports.render.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/** Stories as figures of a page: rows of a pair in one chart. */
public final class HeapFigures {
  /** The name of the file that tells a story. */
  public static final String NAME = HeapJson.NAME;

  private static final int MOST_SITES = 12;

  private HeapFigures() {}

  /**
   * The figure of a file that {@link HeapOutput} wrote.
   *
   * @throws dev.tare.reports.UserError if it is none
   */
  public static HeapFigure read(Path file) {
    HeapJson.Told told = HeapJson.read(file);
    String circumstances = told.environment()
        .map(jvm -> "on " + jvm.baselineKey() + " by Flight Recorder")
        .orElse("");
    return of(
        told.title(), told.stories(), new Source(file.toString(), told.command(), circumstances));
  }

  /** The figure of these stories. */
  static HeapFigure of(String title, List<HeapStory> stories, Source source) {
    TimeChart heap =
        new TimeChart("Heap: what lives after each collection, and what is used (thin)");
    TimeChart process =
        new TimeChart("Process: resident memory, and what the JVM has committed (dashed)");
    for (int i = 0; i < stories.size(); i++) {
      HeapStory story = stories.get(i);
      String name = Wording.clean(story.label());
      String style = Line.style(name, i);
      heap.line(new Line(name + ", used", style + " thin", points(story, Reading::used)))
          .line(new Line(name + ", live", style, live(story)))
          .mark(
              style,
              new Point((double) story.peak().millis(), (double) story.peak().bytes()),
              "peak " + HeapText.megabytes(story.peak().bytes()) + " MB",
              mostOf(story));
      process
          .line(new Line(name + ", resident", style, points(story, Reading::resident)))
          .line(new Line(
              name + ", committed", style + " dash", points(story, Reading::nativeCommitted)));
    }
    return new HeapFigure(
        Wording.clean(title),
        List.of(heap, process),
        Arrays.asList(HeapText.HEADINGS),
        stories.stream().map(HeapText::figures).map(Arrays::asList).toList(),
        stories.stream().map(HeapFigures::peak).toList(),
        source);
  }

  private static HeapFigure.Peak peak(HeapStory story) {
    return new HeapFigure.Peak(
        Wording.clean(story.label()),
        HeapText.atPeak(story),
        story.sites().stream()
            .limit(MOST_SITES)
            .map(site -> site(HeapText.cells(story, site), site))
            .toList());
  }

  private static HeapFigure.Site site(String[] cells, Site site) {
    return new HeapFigure.Site(
        site.share(), cells[0], cells[1], Wording.clean(cells[2]), Wording.clean(cells[3]));
  }

  private static String mostOf(HeapStory story) {
    if (story.sites().isEmpty()) {
      return "";
    }
    String location = story.sites().get(0).location();
    int method = location.lastIndexOf('.', location.lastIndexOf('.') - 1);
    return Wording.clean(", most at " + location.substring(method + 1));
  }

  private static List<Point> points(HeapStory story, ToLongFunction<Reading> column) {
    List<Point> points = new ArrayList<>();
    for (Reading reading : story.readings()) {
      long bytes = column.applyAsLong(reading);
      if (bytes != HeapStory.UNKNOWN) {
        points.add(new Point((double) reading.millis(), (double) bytes));
      }
    }
    return points;
  }

  private static List<Point> live(HeapStory story) {
    List<Point> points = new ArrayList<>();
    for (Live live : story.live()) {
      points.add(new Point((double) live.millis(), (double) live.bytes()));
    }
    return points;
  }
}
