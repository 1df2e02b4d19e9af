package dev.tare.reports.render;

import static java.util.stream.Collectors.joining;

import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.reports.baseline.Baseline;
import dev.tare.reports.baseline.BaselineChange;
import dev.tare.reports.causes.Cause;
import dev.tare.reports.causes.SiteChange;
import dev.tare.reports.gate.Judgement;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sentences that all renderers share. */
public final class Wording {
  /** Of more sites, the rest is a number: a reader wants the one that changed. */
  private static final int MOST_CAUSES = 8;

  private Wording() {}

  /** The verdict on everything, one sentence. */
  public static String headline(Report report) {
    Status worst = report.worst();
    int figures = 0;
    int judged = 0;
    int count = 0;
    int unstable = 0;
    for (Section section : report.sections()) {
      figures += section.measurements().size();
      judged += section.judgement().isPresent() ? 1 : 0;
      count += section
          .judgement()
          .map(j -> j.of(worst).size())
          .orElse(section.failures().size());
      unstable += (int) problems(section).stream()
          .filter(verdict -> verdict.status() == Status.UNSTABLE)
          .count();
    }
    return switch (worst) {
      case UNSTABLE ->
        count(unstable, "row") + " not stable, " + count(figures, "figure")
            + (judged == 0 ? " measured, no baseline to judge by" : " within the baseline");
      case OK ->
        judged == 0
            ? count(figures, "figure") + " measured, no baseline to judge by"
            : count(count, "figure") + " within the baseline";
      case WARNING -> count(count, "figure") + " above a soft limit, none above a hard one";
      case IMPROVEMENT -> count(count, "figure") + " below the baseline, unclaimed";
      case MISSING -> count(count, "figure") + " without a baseline line";
      case REGRESSION -> count(count, "figure") + " above the limit";
      case VANISHED -> count(count, "baseline line") + " without a figure";
      case FAILED -> count(count, "row") + " failed";
    };
  }

  /** The JVM of a section: key, full version, vendor, layout, system. */
  public static String environment(Environment environment) {
    return clean(environment.baselineKey() + " · " + environment.vendor() + ' '
        + environment.version() + " · " + environment.layout().label() + " · " + environment.os()
        + ' ' + environment.arch());
  }

  /** Every verdict that is not OK, the worst first; failed rows too where nothing was judged. */
  public static List<Verdict> problems(Section section) {
    List<Verdict> problems = new ArrayList<>();
    if (section.judgement().isPresent()) {
      section.judgement().get().verdicts().stream()
          .filter(verdict -> verdict.status() != Status.OK)
          .forEach(problems::add);
    } else {
      section.failures().forEach(failure -> problems.add(Verdict.failed(failure)));
    }
    problems.sort(Comparator.comparing(Verdict::status).reversed().thenComparing(v -> v));
    return problems;
  }

  /** What a verdict is about: row, mode and metric. */
  public static String subject(Verdict verdict) {
    String metric = verdict.metric() == null ? "" : ' ' + verdict.metric().label();
    return clean(verdict.id() + " " + verdict.mode().label() + metric);
  }

  /** What a verdict says of its subject: old and new figure, limit, what to know. */
  public static String finding(Verdict verdict) {
    Measurement now = verdict.measured();
    Measurement before = verdict.baseline();
    StringBuilder text = new StringBuilder();
    if (before != null) {
      text.append(figure(before));
    }
    if (now != null) {
      text.append(before == null ? "" : " → ").append(figure(now));
    }
    boolean above = verdict.status() == Status.REGRESSION || verdict.status() == Status.WARNING;
    if (above && verdict.limit() != null) {
      text.append(", limit ").append(FigureText.precise(verdict.limit()));
    }
    if (!verdict.note().isEmpty()) {
      text.append(text.isEmpty() ? "" : ", ").append(verdict.note());
    }
    return clean(text.toString());
  }

  /** The sites that a figure above its limit comes from, one a line; empty if none are known. */
  public static List<String> causes(Section section, Verdict verdict) {
    if (verdict.status() != Status.REGRESSION || verdict.metric() == null) {
      return List.of();
    }
    String link = verdict.metric().isOfCopies() ? " by " : " of ";
    return section.causeOf(verdict).map(cause -> causes(cause, link)).orElse(List.of());
  }

  private static List<String> causes(Cause cause, String link) {
    List<String> lines = new ArrayList<>();
    int shown = Math.min(cause.changes().size(), MOST_CAUSES);
    cause.changes().subList(0, shown).forEach(change -> lines.add(clean(change(change, link))));
    if (cause.changes().size() > shown) {
      lines.add("and " + count(cause.changes().size() - shown, "more site"));
    }
    if (!cause.problem().isEmpty()) {
      lines.add(clean("sites: " + cause.problem()));
    }
    return lines;
  }

  private static String change(SiteChange change, String link) {
    String before = FigureText.precise(change.before());
    String after = FigureText.precise(change.after());
    String value = switch (change.kind()) {
      case NEW -> "new: " + after;
      case GROWN, SHRUNK -> change.kind().label() + ": " + before + " → " + after;
      case GONE -> "gone: " + before;
      case PRESENT -> after;
    };
    String others = change.lines().stream().skip(1).map(line -> " or " + line).collect(joining());
    return value + link + change.what() + " at " + change.location() + others;
  }

  /** How many verdicts of each status, the worst first: {@code 1 regression, 47 ok}. */
  public static String tally(Report report) {
    List<Judgement> judged = report.sections().stream()
        .map(Section::judgement)
        .flatMap(Optional::stream)
        .toList();
    List<String> parts = new ArrayList<>();
    Status[] all = Status.values();
    for (int i = all.length - 1; i >= 0; i--) {
      Status status = all[i];
      int count =
          judged.stream().mapToInt(judgement -> judgement.of(status).size()).sum();
      if (count > 0) {
        parts.add(count + " " + status.label());
      }
    }
    return String.join(", ", parts);
  }

  /** The text on one line and without control characters, which a terminal would obey. */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  /** A row that failed, and why, in one line. */
  public static String failure(Failure failure) {
    Verdict verdict = Verdict.failed(failure);
    return subject(verdict) + ": " + finding(verdict);
  }

  /** What becomes of a baseline line, in one line. */
  public static String change(BaselineChange change) {
    Measurement before = change.before();
    Measurement after = change.after();
    String text;
    if (before == null) {
      text = "new: " + change.key() + (after == null ? "" : ": " + figure(after));
    } else if (after == null) {
      text = "deleted: " + change.key() + ": " + figure(before) + ", no longer measured";
    } else if (Baseline.sameFigure(before, after)) {
      text = "sites changed: " + change.key() + ": " + figure(after);
    } else {
      String verb = after.high() > before.high() ? "raised: " : "lowered: ";
      text = verb + change.key() + ": " + figure(before) + " → " + figure(after);
    }
    return clean(text);
  }

  /** {@code 1 figure}, {@code 2 figures}. */
  public static String count(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** A figure as sentences have it, or its range where it varies. */
  public static String figure(Measurement figure) {
    return FigureText.precise(figure);
  }

  /** A plain number for people: grouped digits, two decimals at most. */
  public static String number(double value) {
    return FigureText.number(value);
  }

  /** A fraction as percent, {@code 96.2 %}. */
  public static String percent(double fraction) {
    return FigureText.percent(fraction);
  }
}
