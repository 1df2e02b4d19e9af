package dev.tare.profiling.copies;

import dev.tare.profiling.record.Measurement;
import java.util.Comparator;

/**
 * What one call adds to a figure. Ordered by row and metric, then by place.
 *
 * @param site the call
 * @param part its part of the figure of the same row and metric, exact or varying as any figure
 */
public record SiteFigure(CopySite site, Measurement part) implements Comparable<SiteFigure> {
  private static final Comparator<SiteFigure> ORDER = Comparator.comparing(
          (SiteFigure figure) -> figure.part.id())
      .thenComparing(figure -> figure.part.mode())
      .thenComparing(figure -> figure.part.metric())
      .thenComparing(SiteFigure::site);

  @Override
  public int compareTo(SiteFigure other) {
    return ORDER.compare(this, other);
  }
}
