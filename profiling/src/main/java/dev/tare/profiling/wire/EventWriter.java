package dev.tare.profiling.wire;

import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Site;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/** Writes events; each is complete on the wire when {@link #write} returns. Not thread-safe. */
public final class EventWriter {
  static final int DESCRIBED = 1;
  static final int LISTED = 2;
  static final int STARTED = 3;
  static final int MEASURED = 4;
  static final int FAILED = 5;
  static final int DONE = 6;
  static final int REFUSED = 7;
  static final int RETIRED = 8;
  static final int RECORDED = 9;

  /** {@code writeUTF} takes at most 65,535 bytes; a character takes at most 3. */
  private static final int LONGEST_MESSAGE = 20_000;

  private final DataOutputStream out;

  /** Writes to {@code out}, which the caller closes. */
  public EventWriter(DataOutputStream out) {
    this.out = out;
  }

  /** Writes and flushes one event. */
  public void write(Event event) throws IOException {
    if (event instanceof Event.Described described) {
      out.writeByte(DESCRIBED);
      write(described.environment());
    } else if (event instanceof Event.Listed listed) {
      out.writeByte(LISTED);
      out.writeInt(listed.benchmarks());
      out.writeInt(listed.rows().size());
      for (BenchmarkId row : listed.rows()) {
        write(row);
      }
    } else if (event instanceof Event.Started started) {
      out.writeByte(STARTED);
      write(started.id());
    } else if (event instanceof Event.Measured measured) {
      out.writeByte(MEASURED);
      out.writeInt(measured.measurements().size());
      for (Measurement measurement : measured.measurements()) {
        write(measurement);
      }
      out.writeInt(measured.sites().size());
      for (SiteFigure figure : measured.sites()) {
        write(figure.site());
        write(figure.part());
      }
    } else if (event instanceof Event.Recorded recorded) {
      out.writeByte(RECORDED);
      write(recorded.id());
      writeShortened(recorded.recorder());
    } else if (event instanceof Event.Failed failed) {
      out.writeByte(FAILED);
      write(failed.failure());
    } else if (event instanceof Event.Refused refused) {
      out.writeByte(REFUSED);
      writeShortened(refused.reason());
    } else {
      out.writeByte(event instanceof Event.Retired ? RETIRED : DONE);
    }
    out.flush();
  }

  private void write(Environment environment) throws IOException {
    out.writeInt(environment.jdk());
    out.writeUTF(environment.version());
    out.writeUTF(environment.vendor());
    out.writeUTF(environment.layout().name());
    out.writeUTF(environment.os());
    out.writeUTF(environment.arch());
  }

  private void write(BenchmarkId id) throws IOException {
    out.writeUTF(id.benchmark());
    out.writeInt(id.params().size());
    for (Map.Entry<String, String> param : id.params().entrySet()) {
      out.writeUTF(param.getKey());
      out.writeUTF(param.getValue());
    }
  }

  private void write(Measurement measurement) throws IOException {
    write(measurement.id());
    out.writeUTF(measurement.mode().name());
    out.writeUTF(measurement.metric().name());
    out.writeDouble(measurement.value());
    out.writeDouble(measurement.low());
    out.writeDouble(measurement.high());
    out.writeInt(measurement.sites().size());
    for (Site site : measurement.sites()) {
      out.writeUTF(site.type());
      out.writeUTF(site.location());
      out.writeDouble(site.value());
    }
  }

  private void write(CopySite site) throws IOException {
    out.writeUTF(site.type());
    out.writeUTF(site.method());
    out.writeInt(site.line());
    out.writeUTF(site.kind().name());
    out.writeUTF(site.call());
  }

  private void write(Failure failure) throws IOException {
    write(failure.id());
    out.writeUTF(failure.mode().name());
    out.writeUTF(failure.kind().name());
    writeShortened(failure.message());
  }

  private void writeShortened(String message) throws IOException {
    out.writeUTF(message.substring(0, Math.min(message.length(), LONGEST_MESSAGE)));
  }
}
