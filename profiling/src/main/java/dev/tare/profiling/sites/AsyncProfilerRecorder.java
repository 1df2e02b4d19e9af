package dev.tare.profiling.sites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import one.profiler.AsyncProfiler;
import org.jspecify.annotations.Nullable;

/**
 * Records by async-profiler with an interval of one byte: each allocation is a sample.
 *
 * <p>A thread that is older than the recording goes on for up to half a megabyte before its first
 * sample. So {@link #start} allocates until many allocations in a row were sampled each.
 */
final class AsyncProfilerRecorder implements AllocationRecorder {
  private static final int IN_A_ROW = 64;
  private static final int BURNT_BYTES = 2048;
  private static final int MOST_BURNT = 1_000_000;

  static @Nullable Object burnt;

  private final AsyncProfiler profiler;
  private @Nullable Path file;

  private AsyncProfilerRecorder(AsyncProfiler profiler) {
    this.profiler = profiler;
  }

  /**
   * Loads the native library.
   *
   * @throws IllegalStateException if there is none for this system, or it does not load
   */
  static AsyncProfilerRecorder load() {
    return new AsyncProfilerRecorder(AsyncProfilerLibrary.load());
  }

  @Override
  public void start() throws IOException {
    Path recording = Files.createTempFile("tare-sites", ".jfr");
    recording.toFile().deleteOnExit(); // also where a row is given up
    file = recording;
    profiler.execute("start,event=alloc,alloc=1,jfr,file=" + recording);
    burnIn();
  }

  @Override
  public Path stop() throws IOException {
    Path recording = file;
    if (recording == null) {
      throw new IllegalStateException("not started");
    }
    file = null;
    profiler.execute("stop");
    return recording;
  }

  @SuppressWarnings("StaticAssignmentInMethod") // where no compiler could remove it
  private void burnIn() {
    int row = 0;
    long before = profiler.getSamples();
    for (int i = 0; row < IN_A_ROW; i++) {
      if (i == MOST_BURNT) {
        throw new IllegalStateException(
            "async-profiler does not sample every allocation: use --sites-by jfr");
      }
      burnt = new byte[BURNT_BYTES]; // large: each is an event for the reader
      long now = profiler.getSamples();
      row = now > before ? row + 1 : 0;
      before = now;
    }
  }
}
