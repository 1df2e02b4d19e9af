package dev.tare.profiling.wire;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/**
 * How JMH is to take the time of a row.
 *
 * @param forks how many JVMs
 * @param warmUps iterations of each that do not count
 * @param iterations iterations of each that do
 * @param millis how long an iteration takes
 */
public record Timing(int forks, int warmUps, int iterations, int millis) {
  /** Some seconds a row. */
  public static final Timing USUAL = new Timing(3, 3, 5, 200);

  /** JMH tells no error of fewer. */
  private static final int LEAST_READINGS = 3;

  /** Refuses what gives no figure. */
  public Timing {
    boolean few = forks < 1 || iterations < 1 || (long) forks * iterations < LEAST_READINGS;
    if (few || warmUps < 0 || millis < 1) {
      throw new IllegalArgumentException(
          "time with an error takes three iterations of a millisecond"
              + " at least: " + forks + " forks, " + warmUps + " + " + iterations
              + " iterations of "
              + millis + " ms");
    }
  }

  /** What all iterations of a row take. */
  public Duration duration() {
    return Duration.ofMillis((long) forks * (warmUps + iterations) * millis);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(forks);
    out.writeInt(warmUps);
    out.writeInt(iterations);
    out.writeInt(millis);
  }

  static Timing read(DataInput in) throws IOException {
    return new Timing(in.readInt(), in.readInt(), in.readInt(), in.readInt());
  }
}
