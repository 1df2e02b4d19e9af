package dev.tare.profiling.objects;

import dev.tare.profiling.meter.Action;
import dev.tare.profiling.meter.AllocatedBytes;
import dev.tare.profiling.record.TypeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Where an action allocates, by JDK Flight Recorder.
 *
 * <p>A sample, not a count: the recorder tells only of an allocation that needs a new allocation
 * buffer, so the action runs again until there are enough of those. Meanwhile it is compiled, and a
 * call site that the compiler could do without may be missing.
 */
public final class CallSites {
  private static final String[] EVENTS = {
    "jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationOutsideTLAB"
  };
  private static final List<String> LIBRARY =
      List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "org.junit.", "org.apache.maven.");
  private static final List<String> OWN = List.of(
      "dev.tare.profiling.meter.", "dev.tare.profiling.objects.", "dev.tare.profiling.junit.");
  /** Looks at classes while they are loaded, whichever line of the program that comes from. */
  private static final String AGENT = "dev.tare.profiling.copies.";

  private static final Duration USUAL = Duration.ofMillis(500);

  /** Where the machine is busy half a second may hold no run at all: a few buffers must be full. */
  private static final Duration MOST = Duration.ofSeconds(5);

  private static final long BYTES_NEEDED = 8 << 20;
  private static final long BYTES_WANTED = 64 << 20;
  private static final long ANY_THREAD = -1;
  private static final int CLOCK_INTERVAL = 16;

  private CallSites() {}

  /**
   * One call site: a class, and the first method of the program's own on the way to it.
   *
   * @param allocated the class of what is allocated there
   * @param where the place, as a stack trace has it
   * @param samples how often it was seen
   */
  public record Site(String allocated, String where, int samples) {}

  /**
   * Runs the action for half a second, or a few if it allocates so little.
   *
   * @param ownThreadOnly whether other threads than the calling one are left out
   * @return the sites seen, the most frequent first; empty if none was
   * @throws X what the action throws
   * @throws Y what {@code before} throws
   * @throws IllegalStateException if this JVM can not record
   */
  public static <X extends Throwable, Y extends Throwable> List<Site> sample(
      boolean ownThreadOnly, Action<X> action, Action<Y> before) throws X, Y {
    try (Recording recording = new Recording()) {
      for (String event : EVENTS) {
        recording.enable(event).withStackTrace();
      }
      recording.start();
      repeat(action, before);
      recording.stop();
      return read(recording, ownThreadOnly ? Thread.currentThread().getId() : ANY_THREAD);
    } catch (IOException e) {
      throw new IllegalStateException("the recording can not be read", e);
    }
  }

  private static <X extends Throwable, Y extends Throwable> void repeat(
      Action<X> action, Action<Y> before) throws X, Y {
    long begin = System.nanoTime();
    long start = AllocatedBytes.total();
    boolean enough = false;
    while (!enough) {
      for (int i = 0; i < CLOCK_INTERVAL; i++) {
        before.run();
        action.run();
      }
      long nanos = System.nanoTime() - begin;
      long bytes = AllocatedBytes.total() - start;
      enough = bytes > BYTES_WANTED
          || (bytes > BYTES_NEEDED && nanos > USUAL.toNanos())
          || nanos > MOST.toNanos();
    }
  }

  private static List<Site> read(Recording recording, long thread) throws IOException {
    Path file = Files.createTempFile("tare-call-sites", ".jfr");
    try {
      recording.dump(file);
      Map<Site, Integer> samples =
          new TreeMap<>(Comparator.comparing(Site::allocated).thenComparing(Site::where));
      for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
        String where = where(event.getStackTrace());
        boolean chosen = thread == ANY_THREAD
            || (event.getThread() != null && event.getThread().getJavaThreadId() == thread);
        if (chosen && !where.isEmpty()) {
          samples.merge(new Site(allocated(event), where, 0), 1, Integer::sum);
        }
      }
      return samples.entrySet().stream()
          .map(each -> new Site(each.getKey().allocated(), each.getKey().where(), each.getValue()))
          .sorted(Comparator.comparing(Site::samples).reversed())
          .toList();
    } finally {
      Files.delete(file);
    }
  }

  private static String allocated(RecordedEvent event) {
    RecordedClass type = event.getClass("objectClass");
    return TypeNames.readable(type.getName());
  }

  /** The topmost frame of the program's own; empty for what an instrument or the JDK does. */
  private static String where(@Nullable RecordedStackTrace trace) {
    if (trace == null) {
      return "";
    }
    for (RecordedFrame frame : trace.getFrames()) {
      RecordedMethod method = frame.getMethod();
      String type = method.getType().getName();
      if (type.startsWith(AGENT)) {
        return "";
      }
      boolean foreign =
          LIBRARY.stream().anyMatch(type::startsWith) || OWN.stream().anyMatch(type::startsWith);
      if (frame.isJavaFrame() && !foreign) {
        return type + '.' + method.getName() + ':' + frame.getLineNumber();
      }
    }
    return "";
  }
}
