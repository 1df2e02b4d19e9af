package dev.tare.scheduler.queue;

import dev.tare.scheduler.message.Message;
import java.util.Collection;
import java.util.List;

/**
 * Named queues of messages, each delivered at least once.
 *
 * <p>A message that is consumed is hidden until it is acknowledged, given back, or its visibility
 * timeout has passed; then it is delivered again, in its old place. After as many deliveries as
 * {@link QueueSettings} allow it becomes a dead letter: it moves to {@link QueueName#deadLetters}
 * of its queue, which is consumed like a queue, keeps the newest messages when it is full, and
 * never gives one up for dead itself.
 *
 * <p>Messages are delivered oldest first among those that can be delivered now. A message is the
 * queue's own once publish has returned: what the caller changes afterwards is not seen.
 *
 * <p>Every method is atomic and safe to call from any thread. Methods that name a queue throw
 * {@link dev.tare.scheduler.error.NotFoundException} if it has not been created; a queue that is
 * kept in a database throws {@link dev.tare.scheduler.error.StorageException} if that fails.
 */
public interface MessageQueue {

  /**
   * Makes a queue and the place of its dead letters.
   *
   * @return false if it was there already; then it stays as it is
   * @throws dev.tare.scheduler.error.ValidationException if it names dead letters
   */
  boolean create(QueueName queue);

  /**
   * Removes a queue with its messages and its dead letters. What was delivered of them can not be
   * acknowledged any more.
   *
   * @return false if there was none
   * @throws dev.tare.scheduler.error.ValidationException if it names dead letters
   */
  boolean delete(QueueName queue);

  /**
   * Appends a message, waiting for room as long as {@link QueueSettings} say.
   *
   * @throws dev.tare.scheduler.queue.QueueFullException if there was no room, or the thread was
   *     interrupted while it waited; it is interrupted still
   * @throws dev.tare.scheduler.error.ValidationException if the message is too large, or if the
   *     queue names dead letters
   */
  void publish(QueueName queue, Message message);

  /**
   * Appends messages in their order, all or none, as {@link #publish} does.
   *
   * @throws dev.tare.scheduler.queue.QueueFullException if there was no room for all of them
   * @throws dev.tare.scheduler.error.ValidationException also if they are more than the queue's
   *     capacity
   */
  void publishAll(QueueName queue, List<Message> messages);

  /**
   * Delivers what can be delivered now, without waiting.
   *
   * @param max at most so many, 1 or more
   * @param into where the deliveries are added, oldest first; the caller's to use again
   * @return how many
   */
  int consume(QueueName queue, int max, Collection<? super Delivery> into);

  /**
   * Says that a message was dealt with: it is gone.
   *
   * @return false if the delivery is not the message's latest, or was given back: the message is
   *     somebody else's now, or gone
   */
  boolean ack(Delivery delivery);

  /**
   * Acknowledges each, in as few steps as the implementation can.
   *
   * @return how many would have been true with {@link #ack}
   */
  int ackAll(Collection<? extends Delivery> deliveries);

  /**
   * Says that a message was not dealt with.
   *
   * @param requeue true to have it delivered again at once, unless this was its last delivery;
   *     false to make it a dead letter. A dead letter that is not requeued is gone
   * @return false as with {@link #ack}
   */
  boolean nack(Delivery delivery, boolean requeue);

  /** How many messages a queue holds, those that are delivered and not acknowledged included. */
  long size(QueueName queue);

  /**
   * Removes every message of a queue, those that are delivered and not acknowledged included. Dead
   * letters are purged by their own name.
   *
   * @return how many
   */
  long purge(QueueName queue);
}
