package dev.tare.benchmarks.queue;

import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.queue.Delivery;
import java.time.Instant;

/** A delivery of the copying queue in a database, known again by its row's version. */
record CopyingJdbcDelivery(
    Message message, Long queueId, Boolean dead, Long id, Integer deliveries, Instant visibleAt)
    implements Delivery {}
