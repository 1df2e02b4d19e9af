package dev.tare.reports.sites;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Site;
import dev.tare.reports.render.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sites of one row.
 *
 * @param title the row and its figures: {@code x.B.m[n=1]: 88 B/op, 4 objects/op}
 * @param lines one a site, the one with the most bytes first
 */
record SiteTable(String title, List<Line> lines) {

  /**
   * One site, ready to show.
   *
   * @param share its part of the bytes, in percent
   * @param bytes an operation
   * @param objects an operation
   * @param type of the objects
   * @param location the line
   */
  record Line(String share, String bytes, String objects, String type, String location) {
    static final String[] HEADINGS = {"share", "bytes", "objects", "class", "location"};

    String[] cells() {
      return new String[] {share, bytes, objects, type, location};
    }
  }

  private record Key(String type, String location) {}

  /** The tables of these figures, in their order; bytes and objects of a row make one. */
  static List<SiteTable> of(List<Measurement> figures, int most) {
    Map<BenchmarkId, List<Measurement>> byRow = new LinkedHashMap<>();
    figures.forEach(
        figure -> byRow.computeIfAbsent(figure.id(), id -> new ArrayList<>()).add(figure));
    List<SiteTable> tables = new ArrayList<>();
    byRow.forEach((row, both) -> tables.add(of(row, both, most)));
    return tables;
  }

  private static SiteTable of(BenchmarkId row, List<Measurement> figures, int most) {
    List<String> values = new ArrayList<>();
    Map<Key, Double> objects = new HashMap<>();
    List<Line> lines = List.of();
    for (Measurement figure : figures) {
      values.add(Wording.figure(figure) + ' ' + figure.metric().unit());
      if (figure.metric() == Metric.OBJECTS) {
        figure
            .sites()
            .forEach(site -> objects.put(new Key(site.type(), site.location()), site.value()));
      }
    }
    for (Measurement figure : figures) {
      if (figure.metric() == Metric.BYTES) {
        lines = lines(figure, objects, most);
      }
    }
    return new SiteTable(Wording.clean(row.toString()) + ": " + String.join(", ", values), lines);
  }

  private static List<Line> lines(Measurement bytes, Map<Key, Double> objects, int most) {
    List<Line> lines = new ArrayList<>();
    double otherBytes = 0;
    double otherObjects = 0;
    int others = 0;
    for (Site site : bytes.sites()) {
      double count = objects.getOrDefault(new Key(site.type(), site.location()), 0.0);
      if (lines.size() < most) {
        lines.add(line(bytes, site.value(), count, site.type(), site.location()));
      } else {
        others++;
        otherBytes += site.value();
        otherObjects += count;
      }
    }
    if (others > 0) {
      String rest = Wording.count(others, "more site");
      lines.add(line(bytes, otherBytes, otherObjects, "…", rest));
    }
    return lines;
  }

  private static Line line(
      Measurement of, double bytes, double objects, String type, String location) {
    return new Line(
        Wording.percent(bytes / of.value()),
        Wording.number(bytes),
        Wording.number(objects),
        Wording.clean(type),
        Wording.clean(location));
  }
}
