package dev.tare.reports.causes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of why a figure is above its limit.
 *
 * @param changes the sites that differ, the greatest growth first; all that there are where nothing
 *     is known of before; empty if none are known, or none differ
 * @param problem why there are no sites, or empty
 * @param sites all that the figure has now; null if they are not known
 */
public record Cause(
    List<SiteChange> changes, String problem, @Nullable Sites sites) {

  /** Sites, compared or not. */
  public Cause {
    changes = List.copyOf(changes);
  }

  /** There are no sites, for this reason. */
  public static Cause unknown(String problem) {
    return new Cause(List.of(), problem, null);
  }
}
