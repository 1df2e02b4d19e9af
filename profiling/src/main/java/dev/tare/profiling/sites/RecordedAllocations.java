package dev.tare.profiling.sites;

import dev.tare.profiling.record.TypeNames;
import dev.tare.profiling.sites.Attribution.Frame;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Cuts a recording into windows: between its first two marks, its next two, and so on. */
public final class RecordedAllocations {
  static final String OUTSIDE_OF_BUFFER = "jdk.ObjectAllocationOutsideTLAB";
  private static final String INSIDE_OF_BUFFER = "jdk.ObjectAllocationInNewTLAB";

  private final Attribution attribution;
  private final IdentityHashMap<RecordedStackTrace, Stack> stacks = new IdentityHashMap<>();
  private final List<Allocation> allocations = new ArrayList<>();
  private final List<Long> marks = new ArrayList<>();
  private String marker = "";

  private record Stack(boolean underStub, String location) {}

  /** What is looked into only if it lies between two marks: that takes long. */
  private record Allocation(long time, String thread, RecordedEvent event) {}

  private RecordedAllocations(Attribution attribution) {
    this.attribution = attribution;
  }

  /**
   * Reads the windows of a recording, in their order.
   *
   * @throws IOException if that is no recording
   */
  public static List<Window> read(Path recording, Attribution attribution) throws IOException {
    RecordedAllocations all = new RecordedAllocations(attribution);
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        all.take(file.readEvent());
      }
    }
    return all.windows();
  }

  private void take(RecordedEvent event) {
    String kind = event.getEventType().getName();
    if (!kind.equals(INSIDE_OF_BUFFER) && !kind.equals(OUTSIDE_OF_BUFFER)) {
      return;
    }
    long time = event.getLong("startTime"); // ticks, the same for all threads
    RecordedThread recorded = event.getThread();
    String javaName = recorded == null ? null : recorded.getJavaName();
    String thread = javaName == null ? "" : javaName;
    String type = event.getClass("objectClass").getName();
    if (type.equals(Mark.class.getName())) {
      marks.add(time);
      marker = thread;
      return;
    }
    allocations.add(new Allocation(time, thread, event));
  }

  private Stack stack(@Nullable RecordedStackTrace trace) {
    if (trace == null) {
      return new Stack(true, attribution.location(List.of()));
    }
    return stacks.computeIfAbsent(trace, key -> {
      List<Frame> frames =
          key.getFrames().stream().map(RecordedAllocations::frame).toList();
      boolean underStub = Attribution.isUnderStub(frames, key.isTruncated());
      return new Stack(underStub, attribution.location(frames));
    });
  }

  private static Frame frame(RecordedFrame frame) {
    RecordedMethod method = frame.getMethod();
    String type = TypeNames.readable(method.getType().getName());
    return new Frame(type, method.getName(), frame.getLineNumber());
  }

  private List<Window> windows() {
    long[] bounds = marks.stream().mapToLong(Long::longValue).sorted().toArray();
    List<Window> windows = new ArrayList<>();
    for (int i = 0; i + 1 < bounds.length; i += 2) {
      windows.add(new Window());
    }
    for (Allocation each : allocations) {
      // Two marks may have the time of one tick: what lies between is found by either.
      int found = Arrays.binarySearch(bounds, each.time());
      int before = found >= 0 ? found : -found - 2;
      boolean inside = before >= 0 && before % 2 == 0 && before / 2 < windows.size();
      if (inside && !each.thread().equals(marker)) {
        add(windows.get(before / 2), each);
      }
    }
    return windows;
  }

  private void add(Window window, Allocation each) {
    long bytes = each.event().getLong("allocationSize");
    Stack stack = stack(each.event().getStackTrace());
    if (Attribution.isOfHarness(each.thread(), stack.underStub())) {
      window.addHarness(bytes);
    } else {
      String type = each.event().getClass("objectClass").getName();
      window.add(new Place(TypeNames.readable(type), stack.location()), bytes);
    }
  }
}
