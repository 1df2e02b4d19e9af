package dev.tare.benchmarks.worker;

import dev.tare.scheduler.model.worker.WorkerStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * The baseline: a worker as a careful team without a profiler describes it.
 *
 * <p>Its copies, and the idiom each stands for: a snapshot of the worker for every question (what
 * is shared is copied out first, {@code worker.clone()}), its types copied with it and once more
 * into a set, to look one up by name.
 *
 * @param id who
 * @param types the names of what it runs
 * @param maxConcurrent so many runs at a time
 * @param running so many it has
 * @param status whether it is there
 */
record CopyingWorker(
    String id, List<String> types, int maxConcurrent, int running, WorkerStatus status) {

  boolean canAccept(String type) {
    CopyingWorker now = snapshot();
    return now.status() == WorkerStatus.ALIVE
        && now.running() < now.maxConcurrent()
        && now.types().contains(type);
  }

  private CopyingWorker snapshot() {
    return new CopyingWorker(id, new ArrayList<>(types), maxConcurrent, running, status);
  }
}
