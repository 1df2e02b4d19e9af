package dev.tare.benchmarks.store;

/** What is under a repository that is measured. */
public enum Driver {
  /** What a real driver answered once, played again without one: our own code alone. */
  FAKE,
  /** The real driver, and the database behind it. */
  JDBC
}
