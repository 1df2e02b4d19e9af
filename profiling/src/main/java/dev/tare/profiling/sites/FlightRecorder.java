package dev.tare.profiling.sites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jfr.Recording;
import org.jspecify.annotations.Nullable;

/** Records by Flight Recorder: where there are no buffers, every allocation is outside of one. */
final class FlightRecorder implements AllocationRecorder {
  private @Nullable Recording recording;

  @Override
  public void start() {
    Recording started = new Recording();
    started.enable(RecordedAllocations.OUTSIDE_OF_BUFFER).withStackTrace();
    started.start();
    recording = started;
  }

  @Override
  public Path stop() throws IOException {
    Recording started = recording;
    if (started == null) {
      throw new IllegalStateException("not started");
    }
    recording = null;
    try (started) {
      started.stop();
      Path file = Files.createTempFile("tare-sites", ".jfr");
      file.toFile().deleteOnExit(); // also where a row is given up
      started.dump(file);
      return file;
    }
  }
}
