package dev.tare.reports.collection;

import static java.util.stream.Collectors.joining;

import dev.tare.reports.records.RecordsFile;
import dev.tare.reports.render.Report;
import java.nio.file.Path;
import java.util.List;

/** Records of earlier runs as a report. */
public final class Records {
  private Records() {}

  /**
   * The report of these files, a section each; empty of none.
   *
   * @throws dev.tare.reports.UserError if one of them is not of this format
   */
  public static Report report(List<Path> files) {
    List<RecordsFile.Judged> all = files.stream().map(RecordsFile::readJudged).toList();
    return new Report(
        all.stream()
            .map(RecordsFile.Judged::command)
            .filter(command -> !command.isEmpty())
            .distinct()
            .collect(joining(" && ")),
        all.stream().map(RecordsFile.Judged::section).toList());
  }
}
