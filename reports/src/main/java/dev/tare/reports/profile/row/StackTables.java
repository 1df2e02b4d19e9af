package dev.tare.reports.profile.row;

import dev.tare.profiling.recording.ProfileEvent;
import dev.tare.profiling.sites.Attribution;
import dev.tare.reports.profile.row.Stacks.Line;
import dev.tare.reports.profile.row.Stacks.Share;
import dev.tare.reports.render.TextTable;
import dev.tare.reports.render.Wording;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a person without a browser reads: where most of it is. */
public final class StackTables {
  private static final double BILLION = 1e9;

  private static final double WORTH_A_LINE = 0.001;

  private final int top;
  private final Attribution attribution;

  /** Tables of {@code top} lines. */
  public StackTables(int top, Attribution attribution) {
    this.top = top;
    this.attribution = attribution;
  }

  /** How much was seen, the methods that have most, and the lines of the user's code. */
  public String text(ProfileEvent event, Stacks stacks, int seconds, String recorder) {
    StringBuilder out = new StringBuilder("  ");
    out.append(event.label()).append(": ").append(amount(event, stacks.total()));
    out.append(" in ").append(seconds).append(" s, by ").append(recorder).append('\n');
    if (stacks.total() > 0) {
      indent(methods(stacks), out);
      indent(lines(stacks), out);
    }
    return out.toString();
  }

  /** What {@code after} has more or less of than {@code before}, the greatest change first. */
  public String difference(Stacks before, Stacks after) {
    Map<String, Share> had = before.methods();
    Map<String, Share> has = after.methods();
    Set<String> names = new HashSet<>(had.keySet());
    names.addAll(has.keySet());
    Share none = new Share(0, 0);
    Map<String, Double> changes = new TreeMap<>();
    names.forEach(name -> changes.put(
        name,
        fraction(has.getOrDefault(name, none).self(), after)
            - fraction(had.getOrDefault(name, none).self(), before)));
    TextTable table = new TextTable("rrrl", "before", "after", "change", "method, by itself");
    changes.entrySet().stream()
        .filter(change -> Math.abs(change.getValue()) >= WORTH_A_LINE)
        .sorted(Comparator.comparing(change -> -Math.abs(change.getValue())))
        .limit(top)
        .forEach(change -> table.row(
            Wording.percent(fraction(had.getOrDefault(change.getKey(), none).self(), before)),
            Wording.percent(fraction(has.getOrDefault(change.getKey(), none).self(), after)),
            (change.getValue() > 0 ? "+" : "") + Wording.percent(change.getValue()),
            change.getKey()));
    StringBuilder out = new StringBuilder();
    indent(table, out);
    return out.toString();
  }

  private TextTable methods(Stacks stacks) {
    TextTable table = new TextTable("rrl", "self", "total", "method");
    List<Map.Entry<String, Share>> sorted = stacks.methods().entrySet().stream()
        .sorted(Comparator.comparing(
                (Map.Entry<String, Share> entry) -> -entry.getValue().self())
            .thenComparing(entry -> -entry.getValue().total())
            .thenComparing(Map.Entry::getKey))
        .filter(entry -> fraction(entry.getValue().self(), stacks) >= WORTH_A_LINE)
        .limit(top)
        .toList();
    sorted.forEach(entry -> table.row(
        Wording.percent(fraction(entry.getValue().self(), stacks)),
        Wording.percent(fraction(entry.getValue().total(), stacks)),
        entry.getKey()));
    return table;
  }

  private TextTable lines(Stacks stacks) {
    Map<Line, Long> lines = stacks.lines(attribution);
    boolean typed = lines.keySet().stream().anyMatch(line -> !line.type().isEmpty());
    TextTable table = typed
        ? new TextTable("rll", "share", "class", "line")
        : new TextTable("rl", "share", "line");
    lines.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<Line, Long> entry) -> -entry.getValue())
            .thenComparing(entry -> entry.getKey().location())
            .thenComparing(entry -> entry.getKey().type()))
        .filter(entry -> fraction(entry.getValue(), stacks) >= WORTH_A_LINE)
        .limit(top)
        .forEach(entry -> {
          String share = Wording.percent(fraction(entry.getValue(), stacks));
          Line line = entry.getKey();
          if (typed) {
            table.row(share, line.type(), line.location());
          } else {
            table.row(share, line.location());
          }
        });
    return table;
  }

  private static double fraction(long value, Stacks of) {
    return of.total() == 0 ? 0 : (double) value / of.total();
  }

  private static void indent(TextTable table, StringBuilder out) {
    table.toString().lines().forEach(line -> out.append("    ").append(line).append('\n'));
  }

  private static String amount(ProfileEvent event, long total) {
    if (total == 0) {
      return "nothing";
    }
    return switch (event) {
      case CPU, WALL -> Wording.number((double) total) + " samples";
      case ALLOC -> Wording.number((double) total) + " bytes, sampled";
      case NATIVEMEM -> Wording.number((double) total) + " bytes";
      case LOCK -> Wording.number(total / BILLION) + " s waited";
    };
  }
}
