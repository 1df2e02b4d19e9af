package dev.tare.scheduler.queue.jdbc;

import dev.tare.scheduler.queue.QueueName;

/** A queue as this process knows it: its row, and the room that it may fill. */
final class QueueHandle {
  /** How long an empty queue is taken to exist still without looking. */
  private static final long TRUSTED_MILLIS = 10_000;

  final QueueName name;
  final long id;
  final Room room;

  private volatile long trustedUntil;

  QueueHandle(QueueName name, long id, int capacity, long now) {
    this.name = name;
    this.id = id;
    this.room = new Room(capacity);
    trust(now);
  }

  /** It has been seen to exist. */
  void trust(long now) {
    trustedUntil = now + TRUSTED_MILLIS;
  }

  boolean isTrusted(long now) {
    return now < trustedUntil;
  }
}
