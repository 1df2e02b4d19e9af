package dev.tare.reports.baseline;

import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Site;
import dev.tare.reports.Decimal;
import dev.tare.reports.PercentCode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;

/** The lines below a figure that say where it comes from: {@code 24+48 byte[] a.b.C.m}. */
final class SiteLines {
  private static final String INDENT = "  ";
  private static final PercentCode WORD = new PercentCode("._$-/:;()[]<>");

  private SiteLines() {}

  static boolean isOne(String line) {
    return line.startsWith(INDENT);
  }

  /** Appends one line for all neighbours of one class or call in one method. */
  static void write(List<Site> sites, StringBuilder text) {
    for (int i = 0; i < sites.size(); ) {
      Site first = sites.get(i);
      text.append(INDENT).append(Decimal.text(first.value()));
      i++;
      while (i < sites.size() && together(first, sites.get(i))) {
        text.append('+').append(Decimal.text(sites.get(i).value()));
        i++;
      }
      text.append(' ').append(WORD.encode(first.type()));
      text.append(' ').append(WORD.encode(first.location())).append('\n');
    }
  }

  private static boolean together(Site a, Site b) {
    return a.type().equals(b.type()) && a.location().equals(b.location());
  }

  static List<Site> read(String line) {
    StringTokenizer words = new StringTokenizer(line, " ");
    if (words.countTokens() != 3) {
      throw new IllegalArgumentException(
          "expected '  value[+value] class method', found '" + line + "'");
    }
    StringTokenizer values = new StringTokenizer(words.nextToken(), "+");
    String what = PercentCode.decode(words.nextToken());
    String method = PercentCode.decode(words.nextToken());
    List<Site> sites = new ArrayList<>();
    while (values.hasMoreTokens()) {
      sites.add(new Site(what, method, Decimal.parse(values.nextToken())));
    }
    return sites;
  }

  /** The figure, with these as its sites. */
  static Measurement with(Measurement figure, List<Site> sites) {
    return sites.isEmpty()
        ? figure
        : new Measurement(
            figure.id(),
            figure.mode(),
            figure.metric(),
            figure.value(),
            figure.low(),
            figure.high(),
            sites);
  }
}
