package dev.tare.reports.profile.heap;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.TypeNames;
import dev.tare.profiling.sites.Attribution;
import dev.tare.profiling.sites.Attribution.Frame;
import dev.tare.reports.profile.heap.HeapStory.Collections;
import dev.tare.reports.profile.heap.HeapStory.Live;
import dev.tare.reports.profile.heap.HeapStory.Reading;
import dev.tare.reports.profile.heap.HeapStory.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Reads the story out of a recording. */
final class HeapReader {
  private static final String MEMORY = "dev.tare.Memory";
  private static final String COLLECTION = "dev.tare.Collection";
  private static final String CYCLE = "jdk.GarbageCollection";
  private static final String PAUSE = "jdk.GCPhasePause";
  private static final String OBJECT = "jdk.OldObjectSample";
  private static final String ASKED_FOR = "System.gc()";

  /** What an object of the sample stands for at least: the size of a buffer. */
  private static final long BYTES_A_SAMPLE = 64 * 1024;

  private static final Map<String, Integer> ELEMENT_BYTES =
      Map.of("[Z", 1, "[B", 1, "[C", 2, "[S", 2, "[I", 4, "[F", 4, "[J", 8, "[D", 8);
  private static final int REFERENCE_BYTES = 4;

  private final Attribution attribution;
  private final List<RecordedEvent> memory = new ArrayList<>();
  private final List<RecordedEvent> collections = new ArrayList<>();
  private final List<RecordedEvent> pauses = new ArrayList<>();
  private final Set<Integer> askedFor = new HashSet<>();
  private final NavigableMap<Instant, List<RecordedEvent>> samples = new TreeMap<>();

  private HeapReader(Attribution attribution) {
    this.attribution = attribution;
  }

  /**
   * The story of one row.
   *
   * @throws IOException if that is no recording of it
   */
  static HeapStory read(BenchmarkId id, String label, Path recording, Attribution attribution)
      throws IOException {
    HeapReader reader = new HeapReader(attribution);
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        reader.take(file.readEvent());
      }
    }
    if (reader.memory.isEmpty()) {
      throw new IOException("the recording has no reading of the process's memory");
    }
    return reader.story(id, label);
  }

  private void take(RecordedEvent event) {
    switch (event.getEventType().getName()) {
      case MEMORY -> memory.add(event);
      case COLLECTION -> collections.add(event);
      case PAUSE -> pauses.add(event);
      case CYCLE -> {
        if (event.getString("cause").equals(ASKED_FOR)) {
          askedFor.add(event.getInt("gcId"));
        }
      }
      case OBJECT ->
        samples.computeIfAbsent(event.getStartTime(), time -> new ArrayList<>()).add(event);
      default -> {}
    }
  }

  private HeapStory story(BenchmarkId id, String label) {
    memory.sort(Comparator.comparing(RecordedEvent::getStartTime));
    collections.sort(Comparator.comparing(RecordedEvent::getStartTime));
    Instant start = memory.get(0).getStartTime();
    List<Reading> readings = new ArrayList<>();
    for (RecordedEvent event : memory) {
      readings.add(new Reading(
          millis(start, event.getStartTime()),
          event.getLong("heapUsed"),
          event.getLong("heapCommitted"),
          event.getLong("resident"),
          event.getLong("nativeCommitted")));
    }
    List<Live> live = new ArrayList<>();
    long promoted = 0;
    int count = 0;
    for (RecordedEvent event : collections) {
      live.add(new Live(millis(start, event.getStartTime()), event.getLong("usedAfter")));
      if (!event.getString("cause").equals(ASKED_FOR)) {
        promoted += event.getLong("promoted");
        count++;
      }
    }
    Reading last = readings.get(readings.size() - 1); // right after the last collection
    Live atEnd = new Live(last.millis(), last.used());
    live.add(atEnd);
    Live peak = live.stream().max(Comparator.comparingLong(Live::bytes)).orElseThrow();
    Collections done = Collections.of(count, pauseNanos(), promoted);
    Instant sampled = sampledAt(memory.get(memory.size() - 1).getStartTime(), peak.equals(atEnd));
    return new HeapStory(
        id,
        label,
        readings,
        live,
        done,
        peak,
        sampled == null ? peak.millis() : millis(start, sampled),
        sampled == null ? List.of() : sites(samples.getOrDefault(sampled, List.of())));
  }

  /**
   * When the objects of the peak were looked at: each look but the one at the end of the recording
   * was at more than any before, so it is the latest of those.
   */
  private @Nullable Instant sampledAt(Instant end, boolean peakIsAtEnd) {
    Instant beforeEnd = samples.lowerKey(end);
    return peakIsAtEnd || beforeEnd == null ? samples.floorKey(Instant.MAX) : beforeEnd;
  }

  private List<Long> pauseNanos() {
    return pauses.stream()
        .filter(event -> !askedFor.contains(event.getInt("gcId")))
        .map(event -> event.getDuration().toNanos())
        .sorted()
        .toList();
  }

  private static long millis(Instant start, Instant time) {
    return Math.max(0, Duration.between(start, time).toMillis());
  }

  private List<Site> sites(List<RecordedEvent> objects) {
    record Key(String type, String location) {}

    Map<Key, Long> weights = new HashMap<>();
    long total = 0;
    for (RecordedEvent event : objects) {
      RecordedObject object = event.getValue("object");
      String type = object.getClass("type").getName();
      long weight = Math.max(BYTES_A_SAMPLE, size(event, type));
      weights.merge(new Key(TypeNames.readable(type), location(event)), weight, Long::sum);
      total += weight;
    }
    double all = Math.max(1, total);
    return weights.entrySet().stream()
        .map(entry -> new Site(
            entry.getValue() / all, entry.getKey().type(), entry.getKey().location()))
        .sorted(Comparator.comparingDouble(Site::share)
            .reversed()
            .thenComparing(Site::location)
            .thenComparing(Site::type))
        .toList();
  }

  /** JDK 17 tells no size, but the length of arrays, and only they are larger than a buffer. */
  private static long size(RecordedEvent event, String type) {
    if (event.hasField("objectSize")) {
      return event.getLong("objectSize");
    }
    long length = Math.max(0, event.getInt("arrayElements"));
    return length * ELEMENT_BYTES.getOrDefault(type, REFERENCE_BYTES);
  }

  private String location(RecordedEvent event) {
    RecordedStackTrace trace = event.getStackTrace();
    return trace == null
        ? attribution.location(List.of())
        : attribution.location(trace.getFrames().stream().map(HeapReader::frame).toList());
  }

  private static Frame frame(RecordedFrame frame) {
    return new Frame(
        TypeNames.readable(frame.getMethod().getType().getName()),
        frame.getMethod().getName(),
        frame.getLineNumber());
  }
}
