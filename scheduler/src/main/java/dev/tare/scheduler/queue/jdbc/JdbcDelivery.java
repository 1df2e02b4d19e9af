package dev.tare.scheduler.queue.jdbc;

import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.queue.Delivery;

/**
 * A delivery out of a table.
 *
 * @param message decoded
 * @param queue where it came from
 * @param dead whether it is a dead letter
 * @param id its row
 * @param deliveries how often it has been delivered with this time
 * @param visibleAt until when it is hidden
 */
record JdbcDelivery(
    Message message, QueueHandle queue, boolean dead, long id, int deliveries, long visibleAt)
    implements Delivery {}
