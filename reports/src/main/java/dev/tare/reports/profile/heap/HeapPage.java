package dev.tare.reports.profile.heap;

import dev.tare.reports.profile.heap.HeapStory.Live;
import dev.tare.reports.profile.heap.HeapStory.Reading;
import dev.tare.reports.profile.heap.HeapStory.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;

/** Stories as one page that loads nothing and runs nothing: rows of a pair in one chart. */
final class HeapPage {
  private static final String STYLE = "heap.css";

  private static final int COLOURS = 4;
  private static final int MOST_SITES = 20;

  private HeapPage() {}

  static String render(String title, List<HeapStory> stories) {
    StringBuilder page = new StringBuilder("<!doctype html>\n<html lang=\"en\"><head>")
        .append("<meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
        .append("<meta name=\"color-scheme\" content=\"light dark\">")
        .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';")
        .append(" style-src 'unsafe-inline'\"><title>")
        .append(escape(title))
        .append("</title><style>")
        .append(style())
        .append("</style></head><body>\n<h1>")
        .append(escape(title))
        .append("</h1>\n<p>");
    Chart heap = new Chart("Heap: what lives after each collection (bold), what is used (thin)");
    Chart process = new Chart("Process: resident memory, and what the JVM has committed (dashed)");
    for (int i = 0; i < stories.size(); i++) {
      HeapStory story = stories.get(i);
      String colour = "r" + i % COLOURS;
      page.append("<span class=\"key ").append(colour).append("\"><i></i>");
      page.append(escape(story.label())).append("</span>");
      heap.line(colour + " thin", points(story, Reading::used));
      heap.line(colour, live(story));
      heap.mark(
          colour,
          story.peak().millis(),
          story.peak().bytes(),
          "peak " + HeapText.megabytes(story.peak().bytes()) + " MB" + mostOf(story));
      process.line(colour, points(story, Reading::resident));
      process.line(colour + " dash", points(story, Reading::nativeCommitted));
    }
    page.append("</p>\n").append(heap.svg()).append(process.svg());
    table(page, "", HeapText.HEADINGS, stories.stream().map(HeapText::figures).toList());
    for (HeapStory story : stories) {
      page.append("<h2>").append(escape(HeapText.peak(story))).append("</h2>\n");
      List<String[]> rows = story.sites().stream()
          .limit(MOST_SITES)
          .map(site -> HeapText.cells(story, site))
          .toList();
      table(page, "sites", new String[] {"share", "MB", "class", "line"}, rows);
    }
    return page.append("</body></html>\n").toString();
  }

  private static String style() {
    try (InputStream in = HeapPage.class.getResourceAsStream(STYLE)) {
      return new String(Objects.requireNonNull(in, STYLE).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the command's own jar can not be read", broken);
    }
  }

  private static String mostOf(HeapStory story) {
    if (story.sites().isEmpty()) {
      return "";
    }
    Site most = story.sites().get(0);
    String location = most.location();
    int method = location.lastIndexOf('.', location.lastIndexOf('.') - 1);
    return ", most at " + location.substring(method + 1);
  }

  private static List<long[]> points(HeapStory story, ToLongFunction<Reading> column) {
    List<long[]> points = new ArrayList<>();
    for (Reading reading : story.readings()) {
      long bytes = column.applyAsLong(reading);
      if (bytes != HeapStory.UNKNOWN) {
        points.add(new long[] {reading.millis(), bytes});
      }
    }
    return points;
  }

  private static List<long[]> live(HeapStory story) {
    List<long[]> points = new ArrayList<>();
    for (Live live : story.live()) {
      points.add(new long[] {live.millis(), live.bytes()});
    }
    return points;
  }

  private static void table(
      StringBuilder page, String style, String[] headings, List<String[]> rows) {
    page.append("<div class=\"scroll\"><table class=\"").append(style).append("\"><tr>");
    for (String heading : headings) {
      page.append("<th>").append(escape(heading)).append("</th>");
    }
    page.append("</tr>");
    for (String[] row : rows) {
      page.append("<tr>");
      for (String cell : row) {
        page.append("<td>").append(escape(cell)).append("</td>");
      }
      page.append("</tr>\n");
    }
    page.append("</table></div>\n");
  }

  /** Text as a page or an attribute may hold it. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
