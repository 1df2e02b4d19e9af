package dev.tare.scheduler.listener;

import dev.tare.scheduler.model.worker.Heartbeat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The latest heartbeat of each worker that has not been written; bounded. Two lists take turns, one
 * filled while the other is written, and nothing is allocated once they have grown. Many threads
 * put, one takes.
 */
final class HeartbeatBox {
  private static final int MOST_WORKERS = 10_000;

  private List<Heartbeat> waiting = new ArrayList<>();
  private List<Heartbeat> lent = new ArrayList<>();
  private int[] places = new int[16]; // 1 + where in the waiting list a worker's is; open-addressed
  private volatile boolean empty = true;

  /** Takes one in the place of an older one; false if too many workers have one here. */
  synchronized boolean put(Heartbeat heartbeat) {
    int place = find(heartbeat.workerId());
    int at = places[place] - 1;
    if (at < 0) {
      return add(heartbeat, place);
    }
    if (waiting.get(at).at() <= heartbeat.at()) {
      waiting.set(at, heartbeat);
    }
    return true;
  }

  private boolean add(Heartbeat heartbeat, int place) {
    if (waiting.size() == MOST_WORKERS) {
      return false;
    }
    waiting.add(heartbeat);
    places[place] = waiting.size();
    if (2 * waiting.size() > places.length) {
      grow();
    }
    empty = false;
    return true;
  }

  private void grow() {
    places = new int[2 * places.length];
    for (int i = 0; i < waiting.size(); i++) {
      places[find(waiting.get(i).workerId())] = i + 1;
    }
  }

  /** Where a worker's place is, or the free one where it would be. */
  private int find(String workerId) {
    int hash = workerId.hashCode();
    int place = (hash ^ hash >>> 16) & places.length - 1;
    while (places[place] > 0 && !waiting.get(places[place] - 1).workerId().equals(workerId)) {
      place = place + 1 & places.length - 1;
    }
    return place;
  }

  boolean isEmpty() {
    return empty;
  }

  /** Takes all out, lent until the next time; give back what was not written. */
  synchronized List<Heartbeat> take() {
    List<Heartbeat> taken = waiting;
    waiting = lent;
    waiting.clear();
    lent = taken;
    Arrays.fill(places, 0);
    empty = true;
    return taken;
  }

  void giveBack(List<Heartbeat> heartbeats) {
    for (int i = 0; i < heartbeats.size(); i++) {
      put(heartbeats.get(i));
    }
  }
}
