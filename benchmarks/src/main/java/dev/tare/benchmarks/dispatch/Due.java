package dev.tare.benchmarks.dispatch;

/** What a scan finds. */
public enum Due {
  /** Nothing that is due. */
  NOTHING,
  /** Tasks that are due, and nothing against it. */
  READY,
  /** Tasks that are due, in four shards each. */
  SHARDED,
  /** Tasks of which the run before is not finished. */
  OVERLAPPING,
  /** Tasks that depend on others, which have completed. */
  DEPENDENT,
  /** Tasks that depend on others, which have not. */
  WAITING
}
