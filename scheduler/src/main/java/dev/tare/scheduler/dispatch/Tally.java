package dev.tare.scheduler.dispatch;

import java.util.concurrent.atomic.LongAdder;

/** Counts for {@link DispatchStats}: written by who scans, read by anybody. */
final class Tally {
  final LongAdder scans = new LongAdder();
  final LongAdder created = new LongAdder();
  final LongAdder skipped = new LongAdder();
  final LongAdder unreadable = new LongAdder();
  final LongAdder takenBack = new LongAdder();
  final LongAdder timedOut = new LongAdder();
  final LongAdder givenUp = new LongAdder();
  final LongAdder deleted = new LongAdder();
  final LongAdder failures = new LongAdder();
  volatile int waiting;

  /** How many runs have come to wait for a worker. */
  long runsToClaim() {
    return created.sum() + takenBack.sum();
  }

  DispatchStats stats() {
    return new DispatchStats(
        scans.sum(),
        created.sum(),
        skipped.sum(),
        unreadable.sum(),
        waiting,
        takenBack.sum(),
        timedOut.sum(),
        givenUp.sum(),
        deleted.sum(),
        failures.sum());
  }
}
