package dev.tare.profiling.layout;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was modelled as a stream of bytes, from a JVM on somebody's class path to the command. */
public final class LayoutStream {
  private LayoutStream() {}

  /**
   * All that was asked for.
   *
   * @param layouts of classes, all of a class's together
   * @param graphs of live objects
   */
  public record Content(List<InstanceLayout> layouts, List<ObjectGraph> graphs) {}

  /** Writes all of it. */
  public static void write(Content content, DataOutput out) throws IOException {
    writeLayouts(content.layouts(), out);
    out.writeInt(content.graphs().size());
    for (ObjectGraph graph : content.graphs()) {
      out.writeUTF(graph.source());
      out.writeUTF(graph.type());
      out.writeUTF(graph.running().name());
      out.writeInt(graph.shares().size());
      for (ObjectGraph.Share share : graph.shares()) {
        out.writeUTF(share.type());
        out.writeLong(share.objects());
        for (VmLayout vm : VmLayout.values()) {
          out.writeLong(share.bytes(vm));
        }
      }
    }
  }

  private static void writeLayouts(List<InstanceLayout> layouts, DataOutput out)
      throws IOException {
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
  public static Content read(DataInput in) throws IOException {
    return new Content(readLayouts(in), readGraphs(in));
  }

  private static List<ObjectGraph> readGraphs(DataInput in) throws IOException {
    List<ObjectGraph> graphs = new ArrayList<>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      String source = in.readUTF();
      String type = in.readUTF();
      VmLayout running = VmLayout.valueOf(in.readUTF());
      List<ObjectGraph.Share> shares = new ArrayList<>();
      int shareCount = in.readInt();
      for (int j = 0; j < shareCount; j++) {
        String shareType = in.readUTF();
        long objects = in.readLong();
        Map<VmLayout, Long> bytes = new EnumMap<>(VmLayout.class);
        for (VmLayout vm : VmLayout.values()) {
          bytes.put(vm, in.readLong());
        }
        shares.add(new ObjectGraph.Share(shareType, objects, bytes));
      }
      graphs.add(new ObjectGraph(source, type, running, shares));
    }
    return graphs;
  }

  private static List<InstanceLayout> readLayouts(DataInput in) throws IOException {
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
