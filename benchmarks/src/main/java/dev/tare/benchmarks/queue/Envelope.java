package dev.tare.benchmarks.queue;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stored message: immutable, so every change makes another.
 *
 * @param sequence its place in the queue
 * @param headers what brokers keep beside a body
 * @param json the body
 * @param deliveryId the delivery that has it, if one has
 * @param visibleAt when it can be delivered
 * @param deliveries how often it was
 */
@SuppressWarnings("ArrayRecordComponent") // envelopes are not compared
record Envelope(
    Long sequence,
    Map<String, String> headers,
    byte[] json,
    @Nullable String deliveryId,
    Instant visibleAt,
    int deliveries) {

  Envelope {
    headers = Map.copyOf(headers);
    json = json.clone();
  }

  static Envelope of(Long sequence, Map<String, String> headers, byte[] json) {
    return new Envelope(sequence, headers, json, null, Instant.MIN, 0);
  }

  Envelope delivered(String newDeliveryId, Instant hiddenUntil) {
    Map<String, String> changed = new HashMap<>(headers);
    changed.put("x-delivery-count", String.valueOf(deliveries + 1));
    return new Envelope(sequence, changed, json, newDeliveryId, hiddenUntil, deliveries + 1);
  }

  Envelope returned() {
    return new Envelope(sequence, headers, json, null, Instant.MIN, deliveries);
  }
}
