package dev.tare.profiling.recording;

import dev.tare.profiling.sites.AsyncProfilerLibrary;
import dev.tare.profiling.sites.SitesBy;
import java.nio.file.Path;
import java.util.List;

/**
 * What to record, how long, and where it goes.
 *
 * @param events what the profile is of; none for the heap's story
 * @param recorder what records it; the heap's story is always Flight Recorder's
 * @param file where the recording goes
 * @param warmupSeconds how long the program runs before; the heap's story begins with the program
 * @param seconds how long it is recorded
 */
public record RecordingPlan(
    List<ProfileEvent> events, SitesBy recorder, Path file, int warmupSeconds, int seconds) {

  /** Buffers of one size make a fair sample; its queue must not overflow, or it forgets. */
  private static final List<String> OF_HEAP = List.of(
      "-XX:TLABSize=" + HeapSession.BYTES_A_SAMPLE,
      "-XX:-ResizeTLAB",
      "-XX:FlightRecorderOptions=old-object-queue-size=20000",
      "-XX:NativeMemoryTracking=summary");

  /** Otherwise a line would be told by the nearest safepoint. */
  private static final List<String> OF_PROFILE =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints");

  /** Whether it is the heap's story that is wanted. */
  public boolean ofHeap() {
    return events.isEmpty();
  }

  /** What the JVM must be started with. */
  public List<String> jvmArguments() {
    return ofHeap() ? OF_HEAP : OF_PROFILE;
  }

  /**
   * What records this, not started.
   *
   * @throws IllegalStateException if this JVM has nothing that can
   */
  public RecordingSession newSession() {
    if (ofHeap()) {
      return new HeapSession(file);
    }
    return switch (recorder) {
      case ASYNC_PROFILER -> new AsyncProfilerSession(AsyncProfilerLibrary.load(), events, file);
      case JFR -> new FlightRecorderSession(events, file, "jfr");
      case AUTO -> asyncProfilerIfAny();
    };
  }

  private RecordingSession asyncProfilerIfAny() {
    try {
      return new AsyncProfilerSession(AsyncProfilerLibrary.load(), events, file);
    } catch (IllegalStateException missing) {
      return new FlightRecorderSession(events, file, "jfr, since " + missing.getMessage());
    }
  }
}
