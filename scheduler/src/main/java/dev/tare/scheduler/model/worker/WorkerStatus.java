package dev.tare.scheduler.model.worker;

/** Whether a worker is there. Codes are what the database holds and never change their meaning. */
public enum WorkerStatus {
  /** Its heartbeats come. */
  ALIVE(0),
  /** They have stopped, and its runs may go to others. */
  DOWN(1);

  private final int code;

  WorkerStatus(int code) {
    this.code = code;
  }

  /** The number that stands for this status in the database. */
  public int code() {
    return code;
  }

  /**
   * The status of a code.
   *
   * @throws IllegalArgumentException if no status has that code
   */
  public static WorkerStatus ofCode(int code) {
    return switch (code) {
      case 0 -> ALIVE;
      case 1 -> DOWN;
      default -> throw new IllegalArgumentException("no worker status has the code " + code);
    };
  }
}
