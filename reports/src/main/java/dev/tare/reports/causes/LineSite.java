package dev.tare.reports.causes;

import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.Site;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one line adds to a figure. Ordered by method, what it does, and line.
 *
 * @param what the class of what is allocated, or the call that copies
 * @param method the method as {@code a.b.C.m}; of a lambda without its number, which another lambda
 *     in the class would change
 * @param line line in the source, 0 if unknown or not kept
 * @param value its part of the figure
 */
record LineSite(String what, String method, int line, double value)
    implements Comparable<LineSite> {
  private static final Comparator<LineSite> ORDER = Comparator.comparing(LineSite::method)
      .thenComparing(LineSite::what)
      .thenComparing(LineSite::line);

  private static final Pattern LINE = Pattern.compile(":(\\d{1,9})$");
  private static final Pattern LAMBDA = Pattern.compile("(\\.lambda\\$.*)\\$\\d+$");

  /** From a place where something is allocated. */
  static LineSite of(Site site) {
    return of(site.type(), site.location(), site.value());
  }

  /** From a call that copies. */
  static LineSite of(SiteFigure figure) {
    return of(figure.site().call(), figure.site().location(), figure.part().value());
  }

  private static LineSite of(String what, String location, double value) {
    Matcher line = LINE.matcher(location);
    boolean hasLine = line.find();
    String method = hasLine ? location.substring(0, line.start()) : location;
    return new LineSite(
        what,
        LAMBDA.matcher(method).replaceFirst("$1"),
        hasLine ? Integer.parseInt(line.group(1)) : 0,
        value);
  }

  @Override
  public int compareTo(LineSite other) {
    return ORDER.compare(this, other);
  }
}
