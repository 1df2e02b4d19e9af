package dev.tare.profiling.wire;

import dev.tare.profiling.recording.ProfileEvent;
import dev.tare.profiling.recording.RecordingPlan;
import dev.tare.profiling.sites.SitesBy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a JVM is to run and record: the one row that an order leaves, or a program.
 *
 * @param order which row; of a program the system properties alone
 * @param program main class and arguments; empty for a row
 * @param plan how to record it
 */
public record RecordOrder(Order order, List<String> program, RecordingPlan plan) {

  /** Writes this order. */
  public void write(DataOutput out) throws IOException {
    order.write(out);
    Texts.write(out, program);
    Texts.write(out, plan.events().stream().map(ProfileEvent::name).toList());
    out.writeUTF(plan.recorder().name());
    out.writeUTF(plan.file().toString());
    out.writeInt(plan.warmupSeconds());
    out.writeInt(plan.seconds());
  }

  /** Reads what {@link #write} wrote. */
  public static RecordOrder read(DataInput in) throws IOException {
    Order order = Order.read(in);
    List<String> program = Texts.read(in);
    List<ProfileEvent> events =
        Texts.read(in).stream().map(ProfileEvent::valueOf).toList();
    SitesBy recorder = SitesBy.valueOf(in.readUTF());
    Path file = Path.of(in.readUTF());
    return new RecordOrder(
        order, program, new RecordingPlan(events, recorder, file, in.readInt(), in.readInt()));
  }
}
