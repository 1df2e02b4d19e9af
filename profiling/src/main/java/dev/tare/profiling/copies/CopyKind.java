package dev.tare.profiling.copies;

/** What a call copies; the order is the order of columns. */
public enum CopyKind {
  /** Elements from array to array. */
  ARRAY("array"),
  /** Characters, into or out of a string. */
  STRING("string"),
  /** References from one collection, or stream, to another. */
  COLLECTION("collection"),
  /** Elements into or out of a buffer, in bulk. */
  BUFFER("buffer"),
  /** An object, by copy constructor, copy method or wither. */
  OBJECT("object"),
  /** A primitive value into its box; counted apart, no copy. */
  BOXING("boxing");

  private final String label;

  CopyKind(String label) {
    this.label = label;
  }

  /** The name in tables and files. */
  public String label() {
    return label;
  }
}
