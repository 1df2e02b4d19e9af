package dev.tare.benchmarks.load.figures;

import dev.tare.profiling.meter.RunningJvm;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Findings on their way to a reader: files in a folder, a table or JSON on a stream. */
public final class Report {
  private final CommonOptions options;
  private final Findings findings;

  /** What an operation found, today and on this JVM. */
  public Report(
      CommonOptions options,
      String operation,
      String database,
      List<Series> series,
      List<Measure> measures) {
    this.options = options;
    this.findings = new Findings(
        operation,
        options.command(),
        RunningJvm.describe(),
        LocalDate.now(ZoneOffset.UTC).toString(),
        Runtime.getRuntime().availableProcessors(),
        database,
        series,
        measures);
  }

  /**
   * Writes the files, prints, and returns the path of the JSON.
   *
   * @throws IOException if a file can not be written
   */
  public Path publish(PrintStream out) throws IOException {
    Path file = FindingsFiles.write(findings, options.out());
    out.print(options.json() ? FindingsJson.of(findings) : FindingsText.of(findings));
    return file;
  }
}
