package dev.tare.reports.cli.io;

import dev.tare.reports.DurableWriter;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FileChanges;
import dev.tare.reports.IoReason;
import dev.tare.reports.UserError;
import dev.tare.reports.render.HtmlReport;
import dev.tare.reports.render.JsonReport;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The files of a report: {@code report.html}, and {@code records.json} or, of several environments,
 * one {@code records-<key>.json} each; and {@code claim.patch}, which takes into the baseline what
 * differs from it. Those of an earlier run go, so that a directory never holds the records of two.
 */
public final class ReportFiles {
  private ReportFiles() {}

  /** Writes all files or none, and returns the page's path. */
  public static Path write(Report report, Path directory, DurableWriter writer) {
    Path page = directory.resolve("report.html");
    FileChanges changes = new FileChanges(writer);
    try {
      deleteRecords(directory, changes);
      put(changes, page, HtmlReport.render(report));
      Path patch = directory.resolve("claim.patch");
      if (report.claim().isEmpty()) {
        changes.delete(patch);
      } else {
        put(changes, patch, report.claim());
      }
      Map<String, Integer> uses = new HashMap<>();
      for (Section section : report.sections()) {
        String key = section.environment().baselineKey();
        int use = uses.merge(key, 1, Integer::sum);
        String name = report.sections().size() == 1
            ? "records.json"
            : "records-" + key + (use == 1 ? "" : "-" + use) + ".json";
        put(changes, directory.resolve(name), JsonReport.render(section));
      }
      changes.commit();
    } catch (IOException failure) {
      throw new UserError(
          ExitCode.ERROR,
          "cannot write the report to " + directory + ": " + IoReason.of(failure)
              + "; clear the cause, or name another directory with --out",
          failure);
    }
    return page;
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
