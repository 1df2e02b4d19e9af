package dev.tare.reports.copies;

import dev.tare.profiling.copies.CopySite;
import java.util.Map;

/**
 * What parts of a program its packages are. Immutable.
 *
 * <p>A site belongs to the area whose package is the longest that it is in; where no area has its
 * package, that package is an area of its own.
 */
public final class Areas {
  private final Map<String, String> nameByPackage;

  /** Areas by the packages that they have, with those below them. */
  public Areas(Map<String, String> nameByPackage) {
    this.nameByPackage = Map.copyOf(nameByPackage);
  }

  /** The area of a site. */
  public String of(CopySite site) {
    String name = site.packageName();
    String part = name;
    while (!part.isEmpty()) {
      String area = nameByPackage.get(part);
      if (area != null) {
        return area;
      }
      part = part.substring(0, Math.max(0, part.lastIndexOf('.')));
    }
    return name.isEmpty() ? "(unnamed)" : name;
  }
}
