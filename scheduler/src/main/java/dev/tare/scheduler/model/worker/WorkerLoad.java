package dev.tare.scheduler.model.worker;

/**
 * How busy a worker is, by the runs that it holds in the database.
 *
 * @param workerId who
 * @param status whether it is there
 * @param maxConcurrent how many runs at once
 * @param dispatched runs handed to it and not started
 * @param running runs that it runs
 */
public record WorkerLoad(
    String workerId, WorkerStatus status, int maxConcurrent, int dispatched, int running) {

  /** The part of its limit that is in use; above 1 if it holds more than it runs at once. */
  public double utilisation() {
    return (double) (dispatched + running) / maxConcurrent;
  }
}
