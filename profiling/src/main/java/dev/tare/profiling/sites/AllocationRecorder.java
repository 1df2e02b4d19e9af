package dev.tare.profiling.sites;

import java.io.IOException;
import java.nio.file.Path;

/** Records every allocation of the running JVM. One recording at a time; not thread-safe. */
public interface AllocationRecorder {

  /**
   * Begins; when this returns, no further allocation of the calling thread or of a thread that
   * starts later is missed.
   */
  void start() throws IOException;

  /** Ends, and gives the recording: a file of Flight Recorder's format, the caller's to delete. */
  Path stop() throws IOException;
}
