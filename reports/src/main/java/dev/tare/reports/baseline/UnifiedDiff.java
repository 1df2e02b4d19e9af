package dev.tare.reports.baseline;

import java.util.ArrayList;
import java.util.List;

/** The difference of two texts as {@code git apply} and {@code patch -p1} take it. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** One line and what becomes of it: {@code ' '}, {@code '-'} or {@code '+'}. */
  private record Line(char sign, String text) {}

  private final List<String> before;
  private final List<String> after;

  private UnifiedDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The hunks that lead from one text to the other, with the two lines that name the file; empty if
   * the texts are equal. A text without lines is a file that is not there.
   */
  static String of(String path, List<String> before, List<String> after) {
    if (before.equals(after)) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    out.append("--- ").append(before.isEmpty() ? "/dev/null" : "a/" + path).append('\n');
    out.append("+++ ").append(after.isEmpty() ? "/dev/null" : "b/" + path).append('\n');
    new UnifiedDiff(before, after).hunks(out);
    return out.toString();
  }

  private void hunks(StringBuilder out) {
    List<Line> lines = lines();
    int old = 1;
    int fresh = 1;
    int i = 0;
    while (i < lines.size()) {
      int change = next(lines, i);
      if (change == lines.size()) {
        return;
      }
      int start = Math.max(i, change - CONTEXT);
      old += start - i;
      fresh += start - i;
      int end = end(lines, change);
      List<Line> hunk = lines.subList(start, end);
      int removed = (int) hunk.stream().filter(line -> line.sign != '+').count();
      int added = (int) hunk.stream().filter(line -> line.sign != '-').count();
      out.append("@@ -").append(range(old, removed)).append(" +").append(range(fresh, added));
      out.append(" @@\n");
      hunk.forEach(line -> out.append(line.sign).append(line.text).append('\n'));
      old += removed;
      fresh += added;
      i = end;
    }
  }

  /** A range of no lines begins at the line before it. */
  private static String range(int start, int count) {
    return (count == 0 ? start - 1 : start) + "," + count;
  }

  private static int next(List<Line> lines, int from) {
    int i = from;
    while (i < lines.size() && lines.get(i).sign == ' ') {
      i++;
    }
    return i;
  }

  /** Where the hunk of this change ends: before so many equal lines that they part two hunks. */
  private static int end(List<Line> lines, int change) {
    int end = change;
    while (true) {
      while (end < lines.size() && lines.get(end).sign != ' ') {
        end++;
      }
      int next = next(lines, end);
      if (next == lines.size() || next - end > 2 * CONTEXT) {
        return Math.min(lines.size(), end + CONTEXT);
      }
      end = next;
    }
  }

  private List<Line> lines() {
    int[][] common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] = before.get(i).equals(after.get(j))
            ? common[i + 1][j + 1] + 1
            : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
        lines.add(new Line(' ', before.get(i++)));
        j++;
      } else if (i < before.size() && (j == after.size() || common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line('-', before.get(i++)));
      } else {
        lines.add(new Line('+', after.get(j++)));
      }
    }
    return lines;
  }
}
