package dev.tare.scheduler.queue;

import dev.tare.scheduler.error.ValidationException;

/**
 * What holds for every queue of one {@link MessageQueue}.
 *
 * @param capacity how many messages a queue holds, delivered ones included, and its dead letters as
 *     many again; 1 to 2²⁴
 * @param publishWaitMillis how long a publisher waits for room; 0, to fail at once, to a year
 * @param visibilityTimeoutMillis how long a delivered message is hidden; 1 to a year
 * @param maxDeliveries after how many deliveries a message is a dead letter; 1 to 1000
 */
public record QueueSettings(
    int capacity, long publishWaitMillis, long visibilityTimeoutMillis, int maxDeliveries) {

  /** 10,000 messages, a second's wait, 30 s hidden, 5 deliveries. */
  public static final QueueSettings DEFAULT = new QueueSettings(10_000, 1_000, 30_000, 5);

  private static final long MAX_MILLIS = 365L * 24 * 60 * 60 * 1000;

  /** Refuses what is out of range. */
  public QueueSettings {
    require("capacity", capacity, 1, 1 << 24);
    require("publishWaitMillis", publishWaitMillis, 0, MAX_MILLIS);
    require("visibilityTimeoutMillis", visibilityTimeoutMillis, 1, MAX_MILLIS);
    require("maxDeliveries", maxDeliveries, 1, 1000);
  }

  /**
   * Refuses a batch that no queue could ever hold.
   *
   * @throws ValidationException if it has more messages than a queue has room for
   */
  public void requireBatch(QueueName queue, int messages) {
    if (messages > capacity) {
      throw new ValidationException(
          messages + " messages at once: queue " + queue + " holds at most " + capacity);
    }
  }

  private static void require(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw new ValidationException(
          name + " is " + value + ", it must be " + least + " to " + most);
    }
  }
}
