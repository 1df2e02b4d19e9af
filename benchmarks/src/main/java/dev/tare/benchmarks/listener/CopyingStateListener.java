package dev.tare.benchmarks.listener;

import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.error.NotFoundException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.message.StatusUpdate;
import dev.tare.scheduler.message.WorkerHeartbeat;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.worker.Heartbeat;
import dev.tare.scheduler.store.RunQueue;
import dev.tare.scheduler.store.WorkerRepository;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The baseline: what became of runs, as a careful team without a profiler writes it down. Takes the
 * ends of attempts and heartbeats in from threads of this process and from messages, and writes
 * each by a statement of its own.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>an update of its own made of each end, with a clone of its result, and the port's own type
 *       made of that again: the message between two parts of a program that share nothing
 *       ({@code update.result.clone()});
 *   <li>the batch copied out from under the lock: the snapshot;
 *   <li>a list of one for every statement: the port that takes many;
 *   <li>a map of context an update, filled and then copied, used only if it fails: the error
 *       context made ahead;
 *   <li>{@code Long}, {@code Instant} and {@code Optional} where numbers and null would do.
 * </ul>
 */
public final class CopyingStateListener implements Consumer<List<Message>> {
  private static final Logger LOG = LoggerFactory.getLogger(CopyingStateListener.class);

  private final RunQueue runs;
  private final WorkerRepository workers;
  private List<RunUpdate> updates = new ArrayList<>(); // under the lock of this object, like below
  private final List<Heartbeat> heartbeats = new ArrayList<>();

  /** Writes to these. */
  public CopyingStateListener(RunQueue runs, WorkerRepository workers) {
    this.runs = runs;
    this.workers = workers;
  }

  /** Takes the end of an attempt in. */
  public synchronized void complete(Completion end) {
    updates.add(RunUpdate.of(end));
  }

  /** Takes a heartbeat in. */
  public synchronized void heartbeat(Heartbeat heartbeat) {
    heartbeats.add(heartbeat);
  }

  /** Takes messages in, and writes what they say. */
  @Override
  public void accept(List<Message> messages) {
    for (Message message : messages) {
      if (message.body() instanceof StatusUpdate update) {
        take(RunUpdate.of(update));
      } else if (message.body() instanceof WorkerHeartbeat beat) {
        heartbeat(new Heartbeat(beat.workerId(), beat.running(), beat.at()));
      } else {
        LOG.warn("a {} is no update and is dropped", message.body().getClass().getSimpleName());
      }
    }
    flush();
  }

  private synchronized void take(RunUpdate update) {
    updates.add(update);
  }

  /**
   * Writes what was taken in; if that fails the rest stays.
   *
   * @return how many updates changed a run
   */
  public int flush() {
    List<RunUpdate> batch = takeUpdates();
    int changed = 0;
    for (int i = 0; i < batch.size(); i++) {
      try {
        changed += write(batch.get(i)) ? 1 : 0;
      } catch (RuntimeException e) {
        giveBack(batch.subList(i, batch.size()));
        throw e;
      }
    }
    for (Heartbeat heartbeat : takeHeartbeats()) {
      write(heartbeat);
    }
    return changed;
  }

  private synchronized List<RunUpdate> takeUpdates() {
    List<RunUpdate> taken = List.copyOf(updates);
    updates.clear();
    return taken;
  }

  private synchronized List<Heartbeat> takeHeartbeats() {
    List<Heartbeat> taken = List.copyOf(heartbeats);
    heartbeats.clear();
    return taken;
  }

  private synchronized void giveBack(List<RunUpdate> unwritten) {
    List<RunUpdate> all = new ArrayList<>(unwritten);
    all.addAll(updates);
    updates = all;
  }

  private void write(Heartbeat heartbeat) {
    Map<String, String> context =
        Map.of("workerId", heartbeat.workerId(), "running", String.valueOf(heartbeat.running()));
    try {
      workers.heartbeat(heartbeat.workerId(), heartbeat.running(), heartbeat.at());
    } catch (RuntimeException e) {
      LOG.warn("a heartbeat was not written, and the next one will do: {}", context, e);
    }
  }

  private boolean write(RunUpdate update) {
    Map<String, String> context = context(update);
    try {
      return update.status().isFinished()
          ? runs.complete(List.of(update.toCompletion())) == 1
          : begin(update);
    } catch (NotFoundException | IllegalTransitionException e) {
      LOG.debug("a stale update changes nothing: {}", context, e);
      return false;
    } catch (RuntimeException e) {
      LOG.warn("an update was not written: {}", context, e);
      throw e;
    }
  }

  private boolean begin(RunUpdate update) {
    boolean begins = update.status() == RunStatus.RUNNING
        && runs.byId(update.runId())
            .filter(run -> run.status() == RunStatus.DISPATCHED)
            .filter(run -> run.attempt() == update.attempt())
            .isPresent();
    if (begins) {
      runs.updateStatus(
          update.runId(),
          RunStatus.RUNNING,
          update.workerId().orElse(null),
          update.at().toEpochMilli());
    }
    return begins;
  }

  private static Map<String, String> context(RunUpdate update) {
    Map<String, String> context = new HashMap<>();
    context.put("runId", String.valueOf(update.runId()));
    context.put("attempt", String.valueOf(update.attempt()));
    context.put("status", update.status().name());
    update.workerId().ifPresent(workerId -> context.put("workerId", workerId));
    return Map.copyOf(context);
  }
}
