package dev.tare.scheduler.queue;

import dev.tare.scheduler.message.Message;

/**
 * A message handed out once, and the handle by which its queue knows it again. Only the
 * {@link MessageQueue} that made it takes it back.
 */
public interface Delivery {

  /**
   * The message, decoded once. It and its views stay valid after the acknowledgement, for as long
   * as they are referenced.
   */
  Message message();
}
