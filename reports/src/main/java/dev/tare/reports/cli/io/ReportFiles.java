package dev.tare.reports.cli.io;

import dev.tare.reports.DurableWriter;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FileChanges;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.collection.Findings;
import dev.tare.reports.page.FigureTables;
import dev.tare.reports.page.HtmlPage;
import dev.tare.reports.page.Page;
import dev.tare.reports.page.figure.Figures;
import dev.tare.reports.render.JsonReport;
import dev.tare.reports.render.MarkdownReport;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The files of a report: {@code report.html}, {@code report.md}, and {@code records.json} or, of
 * several environments, one {@code records-<key>.json} each; and {@code claim.patch}, which takes
 * into the baseline what differs from it. Those of an earlier run go, so that a directory never
 * holds the records of two.
 */
public final class ReportFiles {
  private static final String PAGE = "report.html";

  private ReportFiles() {}

  /**
   * Writes what a run gave, and a page with what else is in the directory; all files or none.
   *
   * @param command how the user calls the command
   * @param problems is told what in the directory can not be shown
   * @return the page's path
   */
  public static Path write(
      Report report,
      Path directory,
      String command,
      Consumer<String> problems,
      DurableWriter writer) {
    FileChanges changes = new FileChanges(writer);
    try {
      deleteRecords(directory, changes);
      Path patch = directory.resolve("claim.patch");
      if (report.claim().isEmpty()) {
        changes.delete(patch);
      } else {
        put(changes, patch, report.claim());
      }
      List<String> names = names(report.sections());
      for (int i = 0; i < names.size(); i++) {
        put(
            changes,
            directory.resolve(names.get(i)),
            JsonReport.render(report.sections().get(i), report.command()));
      }
      Figures figures = figures(Findings.in(directory), command, problems);
      putPages(changes, directory, Page.of(report, names::get, figures));
      changes.commit();
    } catch (IOException failure) {
      throw notWritten(directory, failure);
    }
    return directory.resolve(PAGE);
  }

  /** Writes the page alone, in its two forms; returns its path. */
  public static Path write(Page page, Path directory, DurableWriter writer) {
    FileChanges changes = new FileChanges(writer);
    putPages(changes, directory, page);
    try {
      changes.commit();
    } catch (IOException failure) {
      throw notWritten(directory, failure);
    }
    return directory.resolve(PAGE);
  }

  private static void putPages(FileChanges changes, Path directory, Page page) {
    put(changes, directory.resolve(PAGE), HtmlPage.render(page));
    put(
        changes,
        directory.resolve("report.md"),
        MarkdownReport.render(page.report()) + FigureTables.render(page.figures()));
  }

  /** What was measured is worth more than what an earlier command left there. */
  private static Figures figures(Findings found, String command, Consumer<String> problems) {
    try {
      return found.figures(command);
    } catch (UserError unusable) {
      problems.accept("not in the report: " + unusable.getMessage());
      return Figures.NONE;
    }
  }

  private static List<String> names(List<Section> sections) {
    Map<String, Integer> uses = new HashMap<>();
    List<String> names = new ArrayList<>();
    for (Section section : sections) {
      String key = section.environment().baselineKey();
      int use = uses.merge(key, 1, Integer::sum);
      names.add(
          sections.size() == 1
              ? "records.json"
              : "records-" + key + (use == 1 ? "" : "-" + use) + ".json");
    }
    return names;
  }

  private static UserError notWritten(Path directory, IOException failure) {
    return new UserError(
        ExitCode.ERROR,
        "cannot write the report to " + directory + ": " + IoReason.of(failure)
            + "; clear the cause, or name another directory with --out",
        failure);
  }

  /** Writes these texts, all or none. */
  public static void write(Map<Path, String> texts, DurableWriter writer) {
    FileChanges changes = new FileChanges(writer);
    texts.forEach((file, text) -> put(changes, file, text));
    try {
      changes.commit();
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR,
          "cannot write " + texts.keySet() + ": " + IoReason.of(failure)
              + "; clear the cause, or name other files with --output",
          failure);
    }
  }

  private static void deleteRecords(Path directory, FileChanges changes) throws IOException {
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> old =
          Files.newDirectoryStream(directory, "records{,-jdk*}.json")) {
        old.forEach(changes::delete);
      }
    }
  }

  private static void put(FileChanges changes, Path file, String text) {
    changes.put(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
