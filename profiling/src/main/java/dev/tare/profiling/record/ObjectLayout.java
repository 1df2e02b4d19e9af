package dev.tare.profiling.record;

/** Header and reference size of the JVM's objects: sizes differ, so baselines do. */
public enum ObjectLayout {
  /** Compressed references and class pointers, 12-byte headers: the default below 32 GB. */
  COOPS("coops"),
  /** Full 8-byte references. */
  NOCOOPS("nocoops"),
  /** Compact 8-byte object headers (JEP 519). */
  COH("coh");

  private final String label;

  ObjectLayout(String label) {
    this.label = label;
  }

  /** The name in files. */
  public String label() {
    return label;
  }
}
