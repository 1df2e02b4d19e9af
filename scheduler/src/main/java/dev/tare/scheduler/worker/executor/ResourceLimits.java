package dev.tare.scheduler.worker.executor;

import dev.tare.scheduler.error.ValidationException;

/**
 * How much of what a run produces is kept; the rest is dropped.
 *
 * @param resultBytes of its result, such as standard output or a response body
 * @param errorBytes of its error, such as the end of standard error
 */
public record ResourceLimits(int resultBytes, int errorBytes) {

  /** 64 KiB of a result, 4 KiB of an error. */
  public static final ResourceLimits DEFAULT = new ResourceLimits(64 << 10, 4 << 10);

  /** The most that either limit may be: 16 MiB. */
  public static final int MOST_BYTES = 16 << 20;

  /** Refuses a result limit below 0, an error limit below 1, and any above {@link #MOST_BYTES}. */
  public ResourceLimits {
    check("resultBytes", resultBytes, 0);
    check("errorBytes", errorBytes, 1);
  }

  private static void check(String name, int bytes, int least) {
    if (bytes < least || bytes > MOST_BYTES) {
      throw new ValidationException(name + " is " + bytes + ": use " + least + " to " + MOST_BYTES);
    }
  }
}
