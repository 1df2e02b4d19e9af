package dev.tare.profiling.wire;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.ObjectLayout;
import dev.tare.profiling.record.Site;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Reads what {@link EventWriter} wrote. What it did not write is refused as corrupt, and takes no
 * more memory than it sends. Not thread-safe.
 */
public final class EventReader {
  private static final int MOST_ROWS = 1_000_000;
  private static final int MOST_PARAMS = 1_000;
  private static final int MOST_METRICS = 100;
  private static final int MOST_SITES = 1_000_000;

  private final DataInputStream in;

  /** Reads from {@code in}, which the caller closes. */
  public EventReader(DataInputStream in) {
    this.in = in;
  }

  /**
   * Waits for the next event.
   *
   * @throws EOFException if the writer has gone; without a {@link Event.Done} before, it died
   * @throws StreamCorruptedException if that is no event
   */
  public Event read() throws IOException {
    int kind = in.readByte();
    try {
      return read(kind);
    } catch (IllegalArgumentException e) { // no such constant, or not a figure
      StreamCorruptedException corrupt = new StreamCorruptedException(e.getMessage());
      corrupt.initCause(e);
      throw corrupt;
    }
  }

  private Event read(int kind) throws IOException {
    return switch (kind) {
      case EventWriter.DESCRIBED -> new Event.Described(environment());
      case EventWriter.LISTED -> listed();
      case EventWriter.STARTED -> new Event.Started(id());
      case EventWriter.MEASURED -> measured();
      case EventWriter.FAILED ->
        new Event.Failed(new Failure(
            id(), Mode.valueOf(in.readUTF()), Failure.Kind.valueOf(in.readUTF()), in.readUTF()));
      case EventWriter.DONE -> new Event.Done();
      case EventWriter.RETIRED -> new Event.Retired();
      case EventWriter.RECORDED -> new Event.Recorded(id(), in.readUTF());
      case EventWriter.REFUSED -> new Event.Refused(in.readUTF());
      default -> throw new StreamCorruptedException("no event has the tag " + kind);
    };
  }

  private Environment environment() throws IOException {
    return new Environment(
        in.readInt(),
        in.readUTF(),
        in.readUTF(),
        ObjectLayout.valueOf(in.readUTF()),
        in.readUTF(),
        in.readUTF());
  }

  private Event.Listed listed() throws IOException {
    int benchmarks = in.readInt();
    int size = count(MOST_ROWS);
    List<BenchmarkId> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      rows.add(id());
    }
    return new Event.Listed(rows, benchmarks);
  }

  private BenchmarkId id() throws IOException {
    String benchmark = in.readUTF();
    TreeMap<String, String> params = new TreeMap<>();
    for (int left = count(MOST_PARAMS); left > 0; left--) {
      params.put(in.readUTF(), in.readUTF());
    }
    return new BenchmarkId(benchmark, params);
  }

  private int count(int most) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > most) {
      throw new StreamCorruptedException("no list has " + count + " entries");
    }
    return count;
  }

  private Event.Measured measured() throws IOException {
    List<Measurement> measurements = new ArrayList<>();
    for (int left = count(MOST_METRICS); left > 0; left--) {
      measurements.add(measurement());
    }
    List<SiteFigure> sites = new ArrayList<>();
    for (int left = count(MOST_SITES); left > 0; left--) {
      sites.add(new SiteFigure(site(), measurement()));
    }
    return new Event.Measured(measurements, sites);
  }

  private CopySite site() throws IOException {
    return new CopySite(
        in.readUTF(), in.readUTF(), in.readInt(), CopyKind.valueOf(in.readUTF()), in.readUTF());
  }

  private Measurement measurement() throws IOException {
    return new Measurement(
        id(),
        Mode.valueOf(in.readUTF()),
        Metric.valueOf(in.readUTF()),
        in.readDouble(),
        in.readDouble(),
        in.readDouble(),
        sites());
  }

  private List<Site> sites() throws IOException {
    List<Site> sites = new ArrayList<>();
    for (int left = count(MOST_SITES); left > 0; left--) {
      sites.add(new Site(in.readUTF(), in.readUTF(), in.readDouble()));
    }
    return sites;
  }
}
