package dev.tare.scheduler.message;

/**
 * Do this with a run.
 *
 * @param runId the run
 * @param action what to do
 * @param requester who asks
 * @param at when, epoch milliseconds
 */
public record TaskControl(long runId, Action action, String requester, long at)
    implements MessageBody {

  /** What can be done with a run. Codes are what messages hold and never change their meaning. */
  public enum Action {
    /** Hold it where it is. */
    PAUSE(0),
    /** Let it go on. */
    RESUME(1),
    /** End it. */
    CANCEL(2),
    /** End it and start it again. */
    RESTART(3);

    private static final Action[] BY_CODE = values();

    private final int code;

    Action(int code) {
      this.code = code;
    }

    /** The number that stands for this action in a message, 0–3. */
    public int code() {
      return code;
    }

    /**
     * The action of a code.
     *
     * @throws IllegalArgumentException if no action has that code
     */
    public static Action ofCode(int code) {
      if (code < 0 || code >= BY_CODE.length) {
        throw new IllegalArgumentException("no action has the code " + code);
      }
      return BY_CODE[code];
    }
  }
}
