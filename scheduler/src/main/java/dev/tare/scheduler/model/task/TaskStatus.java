package dev.tare.scheduler.model.task;

/** Whether a task runs. Codes are what the database holds and never change their meaning. */
public enum TaskStatus {
  /** Its schedule makes runs, and runs on demand are taken. */
  ACTIVE(0),
  /** It makes no runs; what a deleted task is. */
  INACTIVE(1);

  private final int code;

  TaskStatus(int code) {
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
  public static TaskStatus ofCode(int code) {
    return switch (code) {
      case 0 -> ACTIVE;
      case 1 -> INACTIVE;
      default -> throw new IllegalArgumentException("no task status has the code " + code);
    };
  }
}
