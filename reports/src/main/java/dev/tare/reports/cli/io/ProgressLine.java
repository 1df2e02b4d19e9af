package dev.tare.reports.cli.io;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.reports.launch.Measurer;
import java.io.PrintWriter;

/** One line on a terminal that says which row is running; gone when the run is over. */
public final class ProgressLine implements Measurer.Progress, AutoCloseable {
  private static final String ERASE = "\r\u001b[K";
  private static final int MAX_CHARS = 72;

  private final PrintWriter err;
  private final boolean shown;

  /** A line on {@code err}, or none at all. */
  public ProgressLine(PrintWriter err, boolean shown) {
    this.err = err;
    this.shown = shown;
  }

  @Override
  public void rowStarted(BenchmarkId id, int index, int count) {
    if (shown) {
      String name = id.toString();
      // The end of a long name tells more than its package, and a wrapped line cannot be erased.
      String tail = name.substring(Math.max(0, name.length() - MAX_CHARS));
      err.print(ERASE + '[' + index + '/' + count + "] " + tail);
      err.flush();
    }
  }

  @Override
  public void close() {
    erase();
  }

  /** Makes room for what is printed while the run goes on. */
  public void erase() {
    if (shown) {
      err.print(ERASE);
      err.flush();
    }
  }
}
