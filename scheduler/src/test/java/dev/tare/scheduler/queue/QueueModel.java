package dev.tare.scheduler.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a queue does, in the slowest and plainest way: one list that every call searches. The oracle
 * of {@link MessageQueueContract}. Messages are known by their ids.
 */
final class QueueModel {
  private final QueueSettings settings;
  private final List<Entry> entries = new ArrayList<>();
  private long nextSequence;

  private static final class Entry {
    final long id;
    final long sequence;
    boolean dead;
    long visibleAt = Long.MIN_VALUE;
    int deliveries;
    int handle;

    Entry(long id, long sequence) {
      this.id = id;
      this.sequence = sequence;
    }
  }

  /** One delivery: the entry, and the number of its handle. */
  record Handle(Object entry, int number, long id, int redeliveries) {}

  QueueModel(QueueSettings settings) {
    this.settings = settings;
  }

  /** False if there is no room for all. */
  boolean publish(List<Long> ids) {
    if (size(false) + ids.size() > settings.capacity()) {
      return false;
    }
    ids.forEach(id -> entries.add(new Entry(id, nextSequence++)));
    return true;
  }

  List<Handle> consume(boolean dead, int max, long now) {
    List<Handle> delivered = new ArrayList<>();
    while (delivered.size() < max) {
      Entry oldest = oldestVisible(dead, now);
      if (oldest == null) {
        break;
      }
      if (!dead && oldest.deliveries >= settings.maxDeliveries()) {
        bury(oldest, now);
      } else {
        oldest.deliveries++;
        oldest.handle++;
        oldest.visibleAt = now + settings.visibilityTimeoutMillis();
        delivered.add(new Handle(oldest, oldest.handle, oldest.id, oldest.deliveries - 1));
      }
    }
    return delivered;
  }

  boolean ack(Handle handle) {
    return isCurrent(handle) && entries.remove(handle.entry());
  }

  boolean nack(Handle handle, boolean requeue, long now) {
    if (!isCurrent(handle)) {
      return false;
    }
    Entry entry = (Entry) handle.entry();
    if (requeue && (entry.dead || entry.deliveries < settings.maxDeliveries())) {
      entry.visibleAt = Long.MIN_VALUE;
      entry.handle++;
    } else if (entry.dead) {
      entries.remove(entry);
    } else {
      bury(entry, now);
    }
    return true;
  }

  int size(boolean dead) {
    return (int) entries.stream().filter(entry -> entry.dead == dead).count();
  }

  int purge(boolean dead) {
    int size = size(dead);
    entries.removeIf(entry -> entry.dead == dead);
    return size;
  }

  private @Nullable Entry oldestVisible(boolean dead, long now) {
    return entries.stream()
        .filter(entry -> entry.dead == dead && entry.visibleAt <= now)
        .min(Comparator.comparingLong(entry -> entry.sequence))
        .orElse(null);
  }

  private void bury(Entry entry, long now) {
    entry.dead = true;
    entry.visibleAt = Long.MIN_VALUE;
    entry.handle++;
    if (size(true) > settings.capacity()) {
      entries.remove(oldestVisible(true, now));
    }
  }

  private boolean isCurrent(Handle handle) {
    return entries.contains(handle.entry()) && ((Entry) handle.entry()).handle == handle.number();
  }
}
