package dev.tare.scheduler.queue.jdbc;

/**
 * How many messages this process may still publish to a queue before it counts again.
 *
 * <p>Counting at every publish would cost more than publishing. A count grants a sixteenth of the
 * capacity at once, so a queue that several processes fill can exceed its capacity by that much for
 * each of them; one process alone keeps it. Whatever is taken while somebody counts is assumed not
 * to have been counted.
 */
final class Room {
  private final int capacity;
  private final int step;
  private int allowance;
  private int pending;
  private long taken;

  Room(int capacity) {
    this.capacity = capacity;
    this.step = Math.max(1, capacity / 16);
  }

  /** Whether there is room for this many; then {@link #settle} is called when they are stored. */
  synchronized boolean take(int messages) {
    if (allowance < messages) {
      return false;
    }
    allowance -= messages;
    pending += messages;
    taken += messages;
    return true;
  }

  /** What was taken is stored now, or never will be. */
  synchronized void settle(int messages) {
    pending -= messages;
  }

  /**
   * Before the messages are counted.
   *
   * @return to be given to {@link #counted}
   */
  synchronized long beginCount() {
    allowance = 0;
    return taken - pending;
  }

  /**
   * After they have been counted.
   *
   * @param stored how many there were
   * @param since what {@link #beginCount} returned
   * @param wanted how many somebody would like to take
   */
  synchronized void counted(long stored, long since, int wanted) {
    long uncounted = taken - since;
    long room = Math.max(0, capacity - stored - uncounted);
    allowance = (int) Math.min(room, Math.max(step, wanted));
  }
}
