package dev.tare.benchmarks.flow;

import dev.tare.benchmarks.api.MemoryApi;

/** A scheduler with one task, and a worker that does nothing before it is told. */
interface Flow extends AutoCloseable {

  /** Its API. */
  MemoryApi api();

  /** Where its task is triggered. */
  String trigger();

  /** The runs that the API was asked for last. */
  long[] submitted();

  /** Claims the runs that were submitted last, executes them, and returns when they have ended. */
  void work();

  @Override
  void close();
}
