package dev.tare.reports.causes;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.tare.reports.causes.SiteChange.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares the sites of one figure with earlier ones, whose lines are not known or have moved.
 *
 * <p>Sites are the same if they are of one class or call in one method; the values of its lines, in
 * their order, tell which line it is. A line is named if a longest common part of the two orders
 * can do without it: of three equal ones, where there were two, all three.
 */
final class SiteDiff {
  private static final Comparator<SiteChange> MOST_GROWN_FIRST = Comparator.comparing(
          SiteChange::growth)
      .reversed()
      .thenComparing(SiteChange::method)
      .thenComparing(SiteChange::what);

  private record Group(String method, String what) implements Comparable<Group> {
    @Override
    public int compareTo(Group other) {
      int byMethod = method.compareTo(other.method);
      return byMethod != 0 ? byMethod : what.compareTo(other.what);
    }
  }

  private SiteDiff() {}

  /** What differs, the greatest growth first. */
  static List<SiteChange> between(Collection<LineSite> before, Collection<LineSite> now) {
    Map<Group, List<LineSite>> earlier = grouped(before);
    Map<Group, List<LineSite>> present = grouped(now);
    List<SiteChange> changes = new ArrayList<>();
    TreeSet<Group> all = new TreeSet<>(earlier.keySet());
    all.addAll(present.keySet());
    for (Group group : all) {
      List<LineSite> was = earlier.getOrDefault(group, List.of());
      List<LineSite> is = present.getOrDefault(group, List.of());
      double growth = sum(is) - sum(was);
      if (growth != 0) {
        Kind kind = growth > 0 ? Kind.GROWN : Kind.SHRUNK;
        kind = was.isEmpty() ? Kind.NEW : is.isEmpty() ? Kind.GONE : kind;
        changes.add(new SiteChange(
            kind, group.what, group.method, changedLines(was, is), sum(was), sum(is)));
      }
    }
    changes.sort(MOST_GROWN_FIRST);
    return changes;
  }

  /** All of them, the greatest first, where there is nothing to compare with. */
  static List<SiteChange> present(Collection<LineSite> now) {
    List<SiteChange> sites = new ArrayList<>();
    for (LineSite site : now) {
      List<Integer> line = site.line() == 0 ? List.of() : List.of(site.line());
      sites.add(new SiteChange(Kind.PRESENT, site.what(), site.method(), line, 0, site.value()));
    }
    sites.sort(MOST_GROWN_FIRST);
    return sites;
  }

  private static Map<Group, List<LineSite>> grouped(Collection<LineSite> sites) {
    return sites.stream()
        .collect(groupingBy(site -> new Group(site.method(), site.what()), TreeMap::new, toList()));
  }

  private static double sum(List<LineSite> sites) {
    return sites.stream().mapToDouble(LineSite::value).sum();
  }

  private static List<Integer> changedLines(List<LineSite> was, List<LineSite> is) {
    TreeSet<Integer> lines = new TreeSet<>();
    int common = common(was, is);
    for (int i = 0; i < is.size(); i++) {
      List<LineSite> without = new ArrayList<>(is);
      without.remove(i);
      if (is.get(i).line() != 0 && common(was, without) == common) {
        lines.add(is.get(i).line());
      }
    }
    return List.copyOf(lines);
  }

  /** The length of a longest common subsequence of the values. */
  private static int common(List<LineSite> a, List<LineSite> b) {
    int[][] length = new int[a.size() + 1][b.size() + 1];
    for (int i = 1; i <= a.size(); i++) {
      for (int j = 1; j <= b.size(); j++) {
        length[i][j] = a.get(i - 1).value() == b.get(j - 1).value()
            ? length[i - 1][j - 1] + 1
            : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    return length[a.size()][b.size()];
  }
}
