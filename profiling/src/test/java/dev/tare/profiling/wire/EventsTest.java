package dev.tare.profiling.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventsTest {
  private static final BenchmarkId ROW =
      BenchmarkId.of("x.Ä.b", Map.of("size", "10", "text", "a,b=c\n\u0000\ud83d\ude00"));

  private static final List<Event> ALL = List.of(
      new Event.Described(
          new Environment(25, "25.0.3+9", "Vendor", ObjectLayout.COH, "Linux", "amd64")),
      new Event.Refused("no"),
      new Event.Recorded(ROW, "async-profiler 4.5"),
      new Event.Listed(List.of(ROW, BenchmarkId.of("x.A.a", Map.of())), 7),
      new Event.Listed(List.of(), 0),
      new Event.Started(ROW),
      new Event.Measured(List.of(
          Measurement.exact(ROW, Mode.WRITTEN, Metric.BYTES, 8),
          new Measurement(ROW, Mode.WRITTEN, Metric.COPIED_BYTES, 27.36, 0, Double.MAX_VALUE),
          new Measurement(
              ROW,
              Mode.WRITTEN,
              Metric.OBJECTS,
              3,
              3,
              3,
              List.of(new Site("int[]", "a.B.c:7", 2), new Site("X$Ü", "a.B.d", 1))))),
      new Event.Measured(
          List.of(Measurement.exact(ROW, Mode.WRITTEN, Metric.COPIES, 1)),
          List.of(new SiteFigure(
              new CopySite("x.Ä", "b", 12, CopyKind.STRING, "String.trim"),
              Measurement.exact(ROW, Mode.WRITTEN, Metric.COPIES, 1)))),
      new Event.Failed(new Failure(ROW, Mode.STEADY, "boom")),
      new Event.Failed(new Failure(ROW, Mode.STEADY, Failure.Kind.NOT_STABLE, "8 or 16")),
      new Event.Retired(),
      new Event.Done());

  @Test
  void events_arriveAsTheyWere() throws IOException {
    assertThat(readAll(written(ALL))).isEqualTo(ALL);
  }

  @Test
  void longMessage_isShortened() throws IOException {
    String message = "\u20ac".repeat(70_000);
    byte[] bytes = written(List.of(
        new Event.Failed(new Failure(ROW, Mode.WRITTEN, message)), new Event.Refused(message)));
    List<Event> read = readAll(bytes);
    assertThat(message).startsWith(((Event.Failed) read.get(0)).failure().message());
    assertThat(((Event.Refused) read.get(1)).reason()).hasSize(20_000);
  }

  @Test
  void writerThatDies_isTheEndOfTheStreamWhereverItStopped() throws IOException {
    for (Event event : ALL) {
      byte[] bytes = written(List.of(event));
      for (int length = 0; length < bytes.length; length++) {
        EventReader reader = reader(Arrays.copyOf(bytes, length));
        assertThatThrownBy(reader::read)
            .as("%s, %d bytes", event, length)
            .isInstanceOf(EOFException.class);
      }
    }
  }

  @Test
  void whatIsNoEvent_isCorrupt() throws IOException {
    assertCorrupt(out -> out.writeByte(99), "no event has the tag 99");
    assertCorrupt(out -> listed(out, Integer.MAX_VALUE), "no list has 2147483647 entries");
    assertCorrupt(out -> listed(out, -1), "no list has -1 entries");
    assertCorrupt(
        out -> {
          started(out);
          out.writeInt(1_001);
        },
        "no list has 1001 entries");
    assertCorrupt(out -> measured(out, "GUESSED", 1), "Mode.GUESSED");
    assertCorrupt(out -> measured(out, "WRITTEN", Double.NaN), "not a figure: NaN");
    assertCorrupt(out -> measured(out, "WRITTEN", -1), "not a figure: -1");
  }

  @Test
  void noise_neverLooksLikeAnythingButABrokenStream() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    byte[] good = written(ALL);
    for (int i = 0; i < 4_000; i++) {
      byte[] bytes = good.clone();
      for (int flips = 1 + random.nextInt(8); flips > 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        readAll(bytes);
      } catch (IOException expected) {
        // That is all a reader has to be ready for.
      } catch (RuntimeException | Error e) {
        throw new AssertionError("seed " + seed + ", turn " + i, e);
      }
    }
  }

  private interface Body {
    void write(DataOutputStream out) throws IOException;
  }

  private static void listed(DataOutputStream out, int size) throws IOException {
    out.writeByte(EventWriter.LISTED);
    out.writeInt(1);
    out.writeInt(size);
  }

  private static void started(DataOutputStream out) throws IOException {
    out.writeByte(EventWriter.STARTED);
    out.writeUTF("x.A.a");
  }

  private static void measured(DataOutputStream out, String mode, double value) throws IOException {
    out.writeByte(EventWriter.MEASURED);
    out.writeInt(1);
    out.writeUTF("x.A.a");
    out.writeInt(0);
    out.writeUTF(mode);
    out.writeUTF("BYTES");
    out.writeDouble(value);
    out.writeDouble(value);
    out.writeDouble(value);
    out.writeInt(0);
  }

  private static void assertCorrupt(Body body, String message) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    body.write(new DataOutputStream(bytes));
    EventReader reader = reader(bytes.toByteArray());
    assertThatThrownBy(reader::read)
        .isInstanceOf(StreamCorruptedException.class)
        .hasMessageContaining(message);
  }

  private static byte[] written(List<Event> events) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    EventWriter writer = new EventWriter(new DataOutputStream(bytes));
    for (Event event : events) {
      writer.write(event);
    }
    return bytes.toByteArray();
  }

  private static EventReader reader(byte[] bytes) {
    return new EventReader(new DataInputStream(new ByteArrayInputStream(bytes)));
  }

  private static List<Event> readAll(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    EventReader reader = new EventReader(in);
    List<Event> events = new ArrayList<>();
    while (in.available() > 0) {
      events.add(reader.read());
    }
    return events;
  }
}
