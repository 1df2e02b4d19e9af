package dev.tare.profiling.layout;

/**
 * A stretch of an instance: a field, or bytes that hold nothing.
 *
 * @param offset where it begins
 * @param bytes how long it is
 * @param name the field; empty for padding
 * @param type the field's type; empty for padding
 * @param declaredBy the class that declares the field; empty for padding
 */
public record Slot(long offset, long bytes, String name, String type, String declaredBy) {
  /** Whether it holds no field: a gap, or the end up to the alignment. */
  public boolean isPadding() {
    return name.isEmpty();
  }

  static Slot padding(long from, long to) {
    return new Slot(from, to - from, "", "", "");
  }
}
