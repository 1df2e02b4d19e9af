package dev.tare.profiling.recording;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;

/**
 * Records how much lives in the heap, and, each time that it is more than ever, what it is and who
 * allocated it.
 *
 * <p>Flight Recorder samples objects as they are allocated, one a thread-local buffer, and forgets
 * those that die: what is left is a sample of what lives. It writes that sample down when a
 * recording ends, so a short one is begun and ended after each collection that leaves a new most.
 * With buffers of one size ({@link RecordingPlan#jvmArguments}) each object of the sample stands
 * for as many bytes.
 */
final class HeapSession implements RecordingSession {
  /** What each object of the sample stands for, at least. */
  static final int BYTES_A_SAMPLE = 64 * 1024;

  private static final String OBJECTS = "jdk.OldObjectSample";

  private final Path file;
  private final Recording recording = new Recording();
  private final HeapWatch watch = new HeapWatch(HeapSession::sampleObjects);

  HeapSession(Path file) {
    this.file = file;
  }

  @Override
  public void start() {
    enableObjects(recording);
    for (String event : List.of("jdk.GCHeapSummary", "jdk.GarbageCollection", "jdk.GCPhasePause")) {
      recording.enable(event).withThreshold(Duration.ZERO);
    }
    recording.enable(MemoryReading.class);
    recording.enable(CollectionReading.class);
    recording.start();
    watch.start();
  }

  @Override
  public void stop() throws IOException {
    watch.stop();
    try (recording) {
      recording.stop();
      recording.dump(file);
    }
  }

  @Override
  public String recorder() {
    return "jfr";
  }

  /** What ends here writes the sample into every recording, and so into the long one. */
  private static void sampleObjects() {
    try (Recording moment = new Recording()) {
      enableObjects(moment);
      moment.start();
      moment.stop();
    }
  }

  private static void enableObjects(Recording recording) {
    recording.enable(OBJECTS).withStackTrace().with("cutoff", "0 ns");
  }
}
