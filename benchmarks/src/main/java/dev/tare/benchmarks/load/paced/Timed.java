package dev.tare.benchmarks.load.paced;

import dev.tare.benchmarks.load.figures.Series;
import org.HdrHistogram.Histogram;

/** A caller that takes the time from when each call was to begin to its answer. */
public final class Timed implements OpenLoop.Call {
  private final Ticker ticker;
  private final OpenLoop.Call call;
  private final Histogram times = Series.histogram();

  /** Times these calls. */
  public Timed(Ticker ticker, OpenLoop.Call call) {
    this.ticker = ticker;
    this.call = call;
  }

  @Override
  public void make(long number, long intendedNanos) throws Exception {
    call.make(number, intendedNanos);
    Series.record(times, ticker.nanos() - intendedNanos);
  }

  /** The times, once the loop has ended. */
  public Histogram times() {
    return times;
  }
}
