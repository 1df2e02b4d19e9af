package dev.tare.scheduler.listener;

import dev.tare.scheduler.model.worker.Heartbeat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The latest heartbeat of each worker that has not been written; bounded. */
final class HeartbeatBox {
  private static final int MOST_WORKERS = 10_000;

  private final Map<String, Heartbeat> latest = new LinkedHashMap<>();
  private volatile boolean empty = true;

  /** Takes one in the place of an older one; false if too many workers have one here. */
  synchronized boolean put(Heartbeat heartbeat) {
    Heartbeat present = latest.get(heartbeat.workerId());
    if (present == null && latest.size() == MOST_WORKERS) {
      return false;
    }
    if (present == null || present.at() <= heartbeat.at()) {
      latest.put(heartbeat.workerId(), heartbeat);
      empty = false;
    }
    return true;
  }

  boolean isEmpty() {
    return empty;
  }

  /** Takes all out; give back what was not written. */
  synchronized List<Heartbeat> take() {
    List<Heartbeat> taken = new ArrayList<>(latest.values());
    latest.clear();
    empty = true;
    return taken;
  }

  void giveBack(List<Heartbeat> heartbeats) {
    for (Heartbeat heartbeat : heartbeats) {
      put(heartbeat);
    }
  }
}
