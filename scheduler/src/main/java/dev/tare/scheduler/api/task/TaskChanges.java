package dev.tare.scheduler.api.task;

/**
 * Learns of tasks that have been created, changed or deleted over HTTP, after the database has
 * them: a dispatcher wakes for a new due instant, a cache drops what it holds. Thread-safe; called
 * by threads that answer, so it returns soon and throws nothing.
 */
@FunctionalInterface
public interface TaskChanges {
  /** Tells nobody. */
  TaskChanges UNHEARD = taskId -> {};

  /** A task is another one than before. */
  void changed(long taskId);
}
