package dev.tare.scheduler.message;

/**
 * A worker is alive.
 *
 * @param workerId the worker
 * @param running how many runs it executes now
 * @param load its machine's load, or {@link #NO_LOAD}
 * @param memoryMb the memory that it uses, in MiB, or {@link #NO_MEMORY}
 * @param at when it said so, epoch milliseconds
 */
public record WorkerHeartbeat(String workerId, int running, double load, long memoryMb, long at)
    implements MessageBody {

  /** A load that says: not measured. */
  public static final double NO_LOAD = Double.NaN;

  /** A memory that says: not measured. */
  public static final long NO_MEMORY = -1;
}
