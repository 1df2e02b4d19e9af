package dev.tare.benchmarks.load.paced;

import java.util.concurrent.atomic.AtomicLong;

/** A time that passes when somebody waits for it, or says so. */
final class ManualTicker implements Ticker {
  private final AtomicLong now = new AtomicLong();

  @Override
  public long nanos() {
    return now.get();
  }

  @Override
  public void await(long nanos) {
    now.accumulateAndGet(nanos, Math::max);
  }

  void pass(long nanos) {
    now.addAndGet(nanos);
  }
}
