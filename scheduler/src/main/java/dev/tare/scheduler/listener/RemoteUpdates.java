package dev.tare.scheduler.listener;

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
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what workers of other processes say in messages: one statement for all ends of attempts of
 * a batch, one for all heartbeats. For the thread of a {@link QueuePump}.
 *
 * <p>Messages come at least once and in any order: what is there already, or was superseded,
 * changes nothing.
 */
public final class RemoteUpdates implements Consumer<List<Message>> {
  private static final Logger LOG = LoggerFactory.getLogger(RemoteUpdates.class);

  private final RunQueue runs;
  private final WorkerRepository workers;
  private final BatchWriter writer;
  private final List<Completion> ends = new ArrayList<>();
  private final List<Heartbeat> heartbeats = new ArrayList<>();

  /** Writes to these. */
  public RemoteUpdates(RunQueue runs, WorkerRepository workers) {
    this.runs = runs;
    this.workers = workers;
    this.writer = runs::complete;
  }

  @Override
  public void accept(List<Message> batch) {
    ends.clear();
    heartbeats.clear();
    for (int i = 0; i < batch.size(); i++) {
      sort(batch.get(i));
    }
    if (!ends.isEmpty()) {
      write();
    }
    if (!heartbeats.isEmpty()) {
      workers.heartbeats(heartbeats);
    }
  }

  private void sort(Message message) {
    if (message.body() instanceof StatusUpdate update) {
      if (update.status().isFinished()) {
        ends.add(new Completion(
            update.runId(),
            update.attempt(),
            update.status(),
            update.at(),
            update.result(),
            update.error()));
      } else {
        change(update);
      }
    } else if (message.body() instanceof WorkerHeartbeat heartbeat) {
      heartbeats.add(new Heartbeat(heartbeat.workerId(), heartbeat.running(), heartbeat.at()));
    } else {
      LOG.warn("a {} is no update and is dropped", message.body().getClass().getSimpleName());
    }
  }

  private void write() {
    try {
      writer.write(ends);
    } catch (RuntimeException e) {
      if (Rescue.isWorthRepeating(e)) {
        throw e;
      }
      LOG.warn("a batch of {} updates was refused: writing them apart", ends.size(), e);
      Rescue.write(ends, writer);
    }
  }

  /**
   * A run that was dispatched has begun. This is rare, as runs are claimed as RUNNING, and is no
   * fenced change; so it is read first whether the run still is where the update found it.
   */
  private void change(StatusUpdate update) {
    boolean begins = update.status() == RunStatus.RUNNING
        && runs.byId(update.runId())
            .filter(run -> run.status() == RunStatus.DISPATCHED)
            .filter(run -> run.attempt() == update.attempt())
            .isPresent();
    if (!begins) {
      LOG.debug("run {} is not changed to {} by a message", update.runId(), update.status());
      return;
    }
    try {
      runs.updateStatus(update.runId(), RunStatus.RUNNING, update.workerId(), update.at());
    } catch (NotFoundException | IllegalTransitionException e) {
      LOG.debug("a stale update changes nothing", e);
    }
  }
}
