package dev.tare.reports.profile.heap;

import dev.tare.reports.profile.heap.HeapStory.Collections;
import dev.tare.reports.profile.heap.HeapStory.Reading;
import dev.tare.reports.profile.heap.HeapStory.Site;
import dev.tare.reports.render.TextTable;
import dev.tare.reports.render.Wording;
import java.util.List;

/** The story for a terminal. */
final class HeapText {
  private static final double MEGA = 1024 * 1024;
  private static final double MILLION = 1e6;
  private static final double THOUSAND = 1e3;

  private HeapText() {}

  /** What several rows held, beside each other, and of each what lived at its peak. */
  static String of(List<HeapStory> stories, int top) {
    StringBuilder out = new StringBuilder();
    indent(figures(stories), "  ", out);
    for (HeapStory story : stories) {
      out.append("  ").append(Wording.clean(peak(story))).append('\n');
      TextTable table = new TextTable("rrll", "share", "MB", "class", "line");
      story.sites().stream().limit(top).forEach(site -> table.row(cells(story, site)));
      indent(table, "    ", out);
    }
    return out.toString();
  }

  /** When most lived, and how much. */
  static String peak(HeapStory story) {
    return story.label() + ": " + atPeak(story);
  }

  /** The same without its name. */
  static String atPeak(HeapStory story) {
    return "most lived at " + seconds(story.peak().millis()) + " s, "
        + megabytes(story.peak().bytes()) + " MB; what it was, by a sample at "
        + seconds(story.sampledMillis()) + " s";
  }

  /** A site's share, its part of the peak in megabytes, its class and its line. */
  static String[] cells(HeapStory story, Site site) {
    return new String[] {
      Wording.percent(site.share()),
      megabytes(Math.round(site.share() * story.peak().bytes())),
      site.type(),
      site.location()
    };
  }

  /** A table with a column for each row that was recorded. */
  static TextTable figures(List<HeapStory> stories) {
    TextTable table = new TextTable("lrrrrrrrrrr", HEADINGS);
    stories.forEach(story -> table.row(figures(story)));
    return table;
  }

  static final String[] HEADINGS = {
    "row",
    "live MB, peak",
    "at the end",
    "used, most",
    "resident",
    "native",
    "collections",
    "pause ms, p50",
    "p99",
    "max",
    "promoted MB"
  };

  static String[] figures(HeapStory story) {
    Collections done = story.collections();
    return new String[] {
      story.label(),
      megabytes(story.peak().bytes()),
      megabytes(story.live().get(story.live().size() - 1).bytes()),
      megabytes(story.most(Reading::used)),
      megabytes(story.most(Reading::resident)),
      megabytes(story.most(Reading::nativeCommitted)),
      Wording.number(done.count()),
      Wording.number(done.p50Nanos() / MILLION),
      Wording.number(done.p99Nanos() / MILLION),
      Wording.number(done.maxNanos() / MILLION),
      megabytes(done.promotedBytes())
    };
  }

  static String megabytes(long bytes) {
    return bytes < 0 ? "–" : Wording.number(Math.round(bytes / MEGA * 10) / 10.0);
  }

  static String seconds(long millis) {
    return Wording.number(Math.round(millis / THOUSAND * 10) / 10.0);
  }

  private static void indent(TextTable table, String by, StringBuilder out) {
    table.toString().lines().forEach(line -> out.append(by).append(line).append('\n'));
  }
}
