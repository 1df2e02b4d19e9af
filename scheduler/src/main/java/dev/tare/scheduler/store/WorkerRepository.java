package dev.tare.scheduler.store;

import dev.tare.scheduler.model.page.Page;
import dev.tare.scheduler.model.page.PageRequest;
import dev.tare.scheduler.model.worker.Heartbeat;
import dev.tare.scheduler.model.worker.NewWorker;
import dev.tare.scheduler.model.worker.Worker;
import dev.tare.scheduler.model.worker.WorkerLoad;
import dev.tare.scheduler.model.worker.WorkerState;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The workers. Instants are epoch milliseconds; lists are by ascending id.
 *
 * <p>A worker's heartbeat is the lease of all runs that it holds: one update a worker, however many
 * runs it has.
 *
 * <p>Every method is atomic, and safe to call from any thread unless the implementation says
 * otherwise. A failing database throws {@link dev.tare.scheduler.error.StorageException}.
 */
public interface WorkerRepository {

  /** Makes a worker known and ALIVE, with no runs; one that registers again starts anew. */
  void register(NewWorker worker, long now);

  /** Forgets a worker; whether it was known. Its runs stay: requeue them. */
  boolean unregister(String workerId);

  /** The worker with this id. */
  Optional<Worker> byId(String workerId);

  /** Changes what a worker said when it registered; whether it is known. */
  boolean update(NewWorker worker);

  /** A page of the workers, and how many there are. */
  Page<Worker> list(PageRequest page);

  /** The workers that are ALIVE. */
  List<Worker> alive();

  /** The workers that are ALIVE and support a type. */
  List<Worker> byType(int typeId);

  /**
   * Renews a worker's lease and sets it ALIVE; one that came late turns no newer one back.
   *
   * @param running how many runs it has
   * @return whether it is known; if not, it has to register again
   */
  boolean heartbeat(String workerId, int running, long at);

  /**
   * The same for several workers; if there are several of one worker, the latest counts.
   *
   * @return how many workers' leases it renewed; the others are unknown, or were heard later
   */
  int heartbeats(List<Heartbeat> heartbeats);

  /** The workers that are ALIVE and were last heard before an instant. */
  List<Worker> timedOut(long heardBefore);

  /**
   * Sets a worker DOWN, unless it has been heard meanwhile.
   *
   * @param heardBefore it stays ALIVE if it was heard at this instant or later
   * @return whether it went down now
   */
  boolean markOffline(String workerId, long heardBefore);

  /** Every worker with the runs that it holds now. */
  List<WorkerLoad> loadStats();

  /** The state of each of these workers that is known. */
  List<WorkerState> batchStatus(Collection<String> workerIds);

  /**
   * Forgets the workers that are DOWN and were last heard before an instant, so that workers with a
   * new name at every start do not pile up.
   *
   * @return how many
   */
  int forget(long heardBefore);
}
