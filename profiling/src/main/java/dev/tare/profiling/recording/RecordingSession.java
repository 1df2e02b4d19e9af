package dev.tare.profiling.recording;

import java.io.IOException;

/** One recording of this JVM, to be started and stopped once. Not thread-safe. */
public interface RecordingSession {
  /** Begins to record. */
  void start() throws IOException;

  /** Ends the recording; its file is complete when this returns. */
  void stop() throws IOException;

  /** What records, in the words of a report: {@code async-profiler 4.5}. */
  String recorder();
}
