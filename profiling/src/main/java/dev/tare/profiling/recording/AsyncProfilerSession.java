package dev.tare.profiling.recording;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import one.profiler.AsyncProfiler;

/** Records by async-profiler, all events at once: each has its own kind of record in the file. */
final class AsyncProfilerSession implements RecordingSession {
  private final AsyncProfiler profiler;
  private final List<ProfileEvent> events;
  private final Path file;

  AsyncProfilerSession(AsyncProfiler profiler, List<ProfileEvent> events, Path file) {
    this.profiler = profiler;
    this.events = events;
    this.file = file;
  }

  @Override
  public void start() throws IOException {
    if (file.toString().contains(",")) {
      throw new IOException(file + ": async-profiler takes no file whose name has a comma");
    }
    String options = events.stream().map(ProfileEvent::option).collect(joining(","));
    profiler.execute("start,jfr," + options + ",file=" + file);
  }

  @Override
  public void stop() throws IOException {
    profiler.execute("stop");
  }

  @Override
  public String recorder() {
    return "async-profiler " + profiler.getVersion();
  }
}
