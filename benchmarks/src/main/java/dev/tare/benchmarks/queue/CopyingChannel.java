package dev.tare.benchmarks.queue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One queue and its dead letters. Its owner's lock guards it. */
final class CopyingChannel {
  private final int capacity;
  private final int maxDeliveries;
  private final long visibilityMillis;
  private final @Nullable CopyingChannel deadLetters;
  private final Map<Long, Envelope> messages = new TreeMap<>();
  private boolean deleted;

  CopyingChannel(
      int capacity, int maxDeliveries, long visibilityMillis, @Nullable CopyingChannel dead) {
    this.capacity = capacity;
    this.maxDeliveries = maxDeliveries;
    this.visibilityMillis = visibilityMillis;
    this.deadLetters = dead;
  }

  Optional<CopyingChannel> deadLetters() {
    return Optional.ofNullable(deadLetters);
  }

  boolean isDeleted() {
    return deleted;
  }

  boolean hasRoomFor(int count) {
    return messages.size() + count <= capacity;
  }

  int size() {
    return messages.size();
  }

  int purge() {
    int size = messages.size();
    messages.clear();
    return size;
  }

  void delete() {
    deleted = true;
    messages.clear();
    deadLetters().ifPresent(CopyingChannel::delete);
  }

  void add(Envelope envelope) {
    messages.put(envelope.sequence(), envelope);
  }

  /** Hands out the oldest that can be seen; gives up those that were handed out too often. */
  List<Envelope> take(int max, Instant now) {
    List<Envelope> taken = new ArrayList<>();
    Iterator<Map.Entry<Long, Envelope>> entries = messages.entrySet().iterator();
    while (entries.hasNext() && taken.size() < max) {
      Map.Entry<Long, Envelope> entry = entries.next();
      Envelope envelope = entry.getValue();
      if (envelope.visibleAt().isAfter(now)) {
        continue;
      }
      if (deadLetters != null && envelope.deliveries() >= maxDeliveries) {
        entries.remove();
        deadLetters.bury(envelope, now);
        continue;
      }
      String receipt = envelope.sequence() + "-" + (envelope.deliveries() + 1);
      Envelope delivered = envelope.delivered(receipt, now.plusMillis(visibilityMillis));
      entry.setValue(delivered);
      taken.add(delivered);
    }
    return List.copyOf(taken);
  }

  boolean remove(Long sequence, String deliveryId) {
    return held(sequence, deliveryId).map(held -> messages.remove(sequence)).isPresent();
  }

  boolean giveBack(Long sequence, String deliveryId, boolean requeue, Instant now) {
    Optional<Envelope> held = held(sequence, deliveryId);
    if (held.isEmpty()) {
      return false;
    }
    Envelope envelope = held.get();
    if (requeue && (deadLetters == null || envelope.deliveries() < maxDeliveries)) {
      messages.put(sequence, envelope.returned());
    } else {
      messages.remove(sequence);
      deadLetters().ifPresent(dead -> dead.bury(envelope, now));
    }
    return true;
  }

  private void bury(Envelope envelope, Instant now) {
    messages.put(envelope.sequence(), envelope.returned());
    if (messages.size() > capacity) {
      messages.values().stream()
          .filter(dead -> !dead.visibleAt().isAfter(now))
          .findFirst()
          .ifPresent(oldest -> messages.remove(oldest.sequence()));
    }
  }

  private Optional<Envelope> held(Long sequence, String deliveryId) {
    return Optional.ofNullable(messages.get(sequence))
        .filter(envelope -> deliveryId.equals(envelope.deliveryId()));
  }
}
