package dev.tare.scheduler.queue;

import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.codec.MessageCodec;
import org.jspecify.annotations.Nullable;

/**
 * A delivery out of memory. The handle is the place of the message in its channel's table, with the
 * numbers that tell whether the place still holds this message in this delivery.
 */
final class MemoryDelivery implements Delivery {
  final MemoryChannel channel;
  final int slot;
  final int deliveries;
  final long sequence;

  private final byte[] encoded;
  private @Nullable Message message;

  MemoryDelivery(MemoryChannel channel, int slot, int deliveries, long sequence, byte[] encoded) {
    this.channel = channel;
    this.slot = slot;
    this.deliveries = deliveries;
    this.sequence = sequence;
    this.encoded = encoded;
  }

  /**
   * Decoded by who asks first, which is never under the channel's lock. Two threads that ask at the
   * same time may decode it twice and get equal messages.
   */
  @Override
  public Message message() {
    Message decoded = message;
    if (decoded == null) {
      decoded = MessageCodec.decode(encoded, deliveries - 1);
      message = decoded;
    }
    return decoded;
  }
}
