package dev.tare.benchmarks.queue;

import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.queue.Delivery;

/** A delivery of the copying queue, known again by its text. */
record CopyingDelivery(String deliveryId, CopyingChannel channel, Long sequence, Message message)
    implements Delivery {}
