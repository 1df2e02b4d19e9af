package dev.tare.benchmarks.load.latency;

import dev.tare.benchmarks.load.figures.Series;
import dev.tare.benchmarks.load.paced.Ticker;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.worker.executor.Outcome;
import dev.tare.scheduler.worker.executor.TaskExecutionContext;
import dev.tare.scheduler.worker.executor.TaskExecutor;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.AtomicHistogram;
import org.HdrHistogram.Histogram;

/**
 * The bodies of the runs that are submitted: each takes the time since the instant that its payload
 * begins with. Safe for all threads.
 */
final class Bodies implements TaskExecutor {
  /** The size of a payload. */
  static final int PAYLOAD_BYTES = 200;

  /** The type that they serve. */
  static final String TYPE = "latency";

  private static final long STALLED_NANOS = TimeUnit.MINUTES.toNanos(1);
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private final Ticker ticker;
  private final AtomicHistogram times;

  Bodies(Ticker ticker) {
    this.ticker = ticker;
    Histogram shape = Series.histogram();
    this.times = new AtomicHistogram(
        shape.getHighestTrackableValue(), shape.getNumberOfSignificantValueDigits());
  }

  /** What a run is submitted with. */
  static byte[] payload(long intendedNanos) {
    byte[] payload = new byte[PAYLOAD_BYTES];
    ByteBuffer.wrap(payload).putLong(intendedNanos);
    return payload;
  }

  @Override
  public Outcome execute(TaskExecutionContext run) {
    Bytes payload = run.parameters();
    begin(ByteBuffer.wrap(payload.array(), payload.offset(), payload.length()));
    return Outcome.DONE;
  }

  /** A body with this payload has begun. */
  void begin(ByteBuffer payload) {
    long now = ticker.nanos();
    if (payload.remaining() != PAYLOAD_BYTES) {
      throw new IllegalStateException("a run has lost its payload");
    }
    Series.record(times, now - payload.getLong());
  }

  /**
   * Waits until so many bodies have begun since the last call, and takes their times.
   *
   * @throws IllegalStateException if none begins for a minute
   */
  Histogram take(long bodies) {
    long seen = times.getTotalCount();
    long since = ticker.nanos();
    while (seen < bodies) {
      LockSupport.parkNanos(LOOK_NANOS);
      long now = times.getTotalCount();
      if (now > seen) {
        seen = now;
        since = ticker.nanos();
      } else if (ticker.nanos() - since > STALLED_NANOS || Thread.interrupted()) {
        throw new IllegalStateException("of " + bodies + " runs " + seen + " have begun, and then"
            + " none for a minute; see the log of the scheduler");
      }
    }
    Histogram taken = Series.histogram();
    taken.add(times);
    times.reset();
    return taken;
  }
}
