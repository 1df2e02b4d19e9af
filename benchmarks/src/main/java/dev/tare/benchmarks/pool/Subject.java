package dev.tare.benchmarks.pool;

import dev.tare.scheduler.pool.Recycler;

/** Something that is needed for a moment, and used as the scheduler uses it. */
abstract class Subject<T> implements Recycler<T> {
  private Object seen = this;

  /** Fills it, shows it to somebody else, and reads it. */
  final long use(T object) {
    long sum = fill(object);
    seen = object; // an executor or a socket sees it: it is no value that could stay in registers
    return sum;
  }

  /** Who saw it last. */
  final Object seen() {
    return seen;
  }

  abstract long fill(T object);
}
