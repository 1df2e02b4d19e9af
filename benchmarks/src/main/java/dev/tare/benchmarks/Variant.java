package dev.tare.benchmarks;

/** The two sides of a pair. */
public enum Variant {
  /** The honest baseline: idiomatic code by a careful team without a profiler. */
  COPYING,
  /** What ships: a call into the scheduler. */
  LEAN
}
