package dev.tare.reports.render.ci;

import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.Section;
import dev.tare.reports.render.Wording;
import java.util.List;

/**
 * Workflow commands of GitHub Actions: one annotation a figure that is not in order, on the line
 * that did it where that is known; the verdict on all as a last line that is no command.
 */
public final class GithubReport {
  private GithubReport() {}

  /** One line an annotation, the worst first. */
  public static String render(Report report, Sources sources) {
    StringBuilder out = new StringBuilder();
    for (Section section : report.sections()) {
      String key = section.environment().baselineKey();
      for (Verdict verdict : Wording.problems(section)) {
        Spot spot = Spot.of(section, verdict, sources).get(0);
        out.append("::").append(command(verdict.status())).append(' ');
        spot.file().ifPresent(file -> {
          out.append("file=").append(property(file)).append(',');
          if (spot.line() > 0) {
            out.append("line=").append(spot.line()).append(',');
          }
        });
        String title = "Tare: " + verdict.status().label() + " on " + key;
        out.append("title=").append(property(title)).append("::");
        out.append(data(message(section, verdict))).append('\n');
      }
    }
    return out.append(Wording.headline(report)).append('\n').toString();
  }

  private static String command(Status status) {
    return switch (status) {
      case OK, UNSTABLE -> "notice";
      case WARNING, IMPROVEMENT -> "warning";
      case MISSING, REGRESSION, VANISHED, FAILED -> "error";
    };
  }

  private static String message(Section section, Verdict verdict) {
    List<String> causes = Wording.causes(section, verdict);
    String text = Wording.subject(verdict) + ": " + Wording.finding(verdict);
    return causes.isEmpty() ? text : text + '\n' + String.join("\n", causes);
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
