package dev.tare.profiling.layout;

import java.util.List;

/**
 * What an instance of a class looks like in one layout.
 *
 * @param type the class's name
 * @param vm the layout
 * @param headerBytes length of the header
 * @param slots what follows it, by offset: fields and padding, without a gap
 * @param instanceBytes all together
 */
public record InstanceLayout(
    String type, VmLayout vm, long headerBytes, List<Slot> slots, long instanceBytes) {

  /** Bytes that hold nothing. */
  public long paddingBytes() {
    return slots.stream().filter(Slot::isPadding).mapToLong(Slot::bytes).sum();
  }

  /** One line a slot: offset, length, and what is there. */
  public String text() {
    StringBuilder text = new StringBuilder();
    line(text, 0, headerBytes, "(header)");
    for (Slot slot : slots) {
      boolean inherited = !slot.declaredBy().equals(type);
      String field =
          slot.type() + ' ' + slot.name() + (inherited ? " (of " + slot.declaredBy() + ')' : "");
      line(text, slot.offset(), slot.bytes(), slot.isPadding() ? "(padding)" : field);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, long offset, long bytes, String what) {
    String at = Long.toString(offset);
    String length = Long.toString(bytes);
    text.append(" ".repeat(Math.max(0, 5 - at.length()))).append(at);
    text.append(" ".repeat(Math.max(1, 5 - length.length()))).append(length);
    text.append("  ").append(what).append('\n');
  }
}
