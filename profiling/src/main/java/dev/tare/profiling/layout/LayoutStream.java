package dev.tare.profiling.layout;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Layouts as a stream of bytes, between a JVM on somebody's class path and the command. */
public final class LayoutStream {
  private LayoutStream() {}

  /** Writes all of them. */
  public static void write(List<InstanceLayout> layouts, DataOutput out) throws IOException {
    out.writeInt(layouts.size());
    for (InstanceLayout layout : layouts) {
      out.writeUTF(layout.type());
      out.writeUTF(layout.vm().name());
      out.writeLong(layout.headerBytes());
      out.writeLong(layout.instanceBytes());
      out.writeInt(layout.slots().size());
      for (Slot slot : layout.slots()) {
        out.writeLong(slot.offset());
        out.writeLong(slot.bytes());
        out.writeUTF(slot.name());
        out.writeUTF(slot.type());
        out.writeUTF(slot.declaredBy());
      }
    }
  }

  /** Reads what {@link #write} wrote. */
  public static List<InstanceLayout> read(DataInput in) throws IOException {
    List<InstanceLayout> layouts = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String type = in.readUTF();
      VmLayout vm = VmLayout.valueOf(in.readUTF());
      long headerBytes = in.readLong();
      long instanceBytes = in.readLong();
      List<Slot> slots = new ArrayList<>();
      int slotCount = in.readInt();
      for (int j = 0; j < slotCount; j++) {
        slots.add(new Slot(in.readLong(), in.readLong(), in.readUTF(), in.readUTF(), in.readUTF()));
      }
      layouts.add(new InstanceLayout(type, vm, headerBytes, List.copyOf(slots), instanceBytes));
    }
    return layouts;
  }
}
