package dev.tare.scheduler.worker;

import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.TypeSet;
import dev.tare.scheduler.store.TaskTypes;
import dev.tare.scheduler.store.WorkerRepository;
import dev.tare.scheduler.worker.executor.ExecutorRegistry;

/**
 * What the others know of a worker: that it is there, what it can run, and until when what it holds
 * is its own. For the loop's thread.
 */
final class Membership {
  private final WorkerSettings settings;
  private final WorkerRepository workers;
  private final TaskTypes taskTypes;
  private final ExecutorRegistry executors;

  private TypeSet types = TypeSet.NONE;
  private int typesVersion = -1;
  private boolean registered;
  private long heardAt = Long.MIN_VALUE;

  Membership(
      WorkerSettings settings,
      WorkerRepository workers,
      TaskTypes taskTypes,
      ExecutorRegistry executors) {
    this.settings = settings;
    this.workers = workers;
    this.taskTypes = taskTypes;
    this.executors = executors;
  }

  /**
   * Registers, says what has changed, and renews the lease, whichever is due.
   *
   * @return whether the lease was renewed
   */
  boolean keep(long now, int running) {
    int version = executors.version();
    if (version != typesVersion) {
      types = taskTypes.setOf(executors.types());
      typesVersion = version;
      registered = registered && workers.update(newWorker());
    }
    if (types.isEmpty()) {
      return false; // nothing to say before the first executor is there
    }
    if (!registered) {
      workers.register(newWorker(), now);
      registered = true;
      heardAt = now;
    } else if (now - heardAt >= settings.heartbeatMillis()) {
      registered = workers.heartbeat(settings.id(), running, now);
      heardAt = registered ? now : heardAt;
      return registered;
    }
    return false;
  }

  TypeSet types() {
    return types;
  }

  long leaseUntil() {
    return registered ? heardAt + settings.leaseMillis() : Long.MIN_VALUE;
  }

  long millisUntilHeartbeat(long now) {
    if (!registered) {
      return types.isEmpty() ? Long.MAX_VALUE : 0;
    }
    return Math.max(0, heardAt + settings.heartbeatMillis() - now);
  }

  void leave() {
    if (registered) {
      workers.unregister(settings.id());
      registered = false;
    }
  }

  private NewWorker newWorker() {
    return new NewWorker(
        settings.id(), settings.hostname(), settings.ip(), types, settings.concurrency());
  }
}
