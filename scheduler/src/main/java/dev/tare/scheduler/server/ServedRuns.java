package dev.tare.scheduler.server;

import dev.tare.scheduler.Scheduler;
import dev.tare.scheduler.api.run.RunCommands;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.store.StatusChange;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the API asks for, done by a running scheduler. */
final class ServedRuns implements RunCommands {
  private static final Logger LOG = LoggerFactory.getLogger(ServedRuns.class);

  private final Scheduler scheduler;

  ServedRuns(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  @Override
  public long[] submit(long taskId, @Nullable Bytes payload, @Nullable TraceParent traceparent) {
    long[] runIds = scheduler.trigger(taskId, payload);
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "task {} has {} runs from {}, trace {}", taskId, runIds.length, runIds[0], traceparent);
    }
    return runIds;
  }

  @Override
  public StatusChange cancel(long runId, String requester) {
    StatusChange change = scheduler.cancel(runId, requester);
    LOG.info("run {} cancelled by {}: {}", runId, requester, change);
    return change;
  }

  @Override
  public long restart(long runId, String requester, @Nullable TraceParent traceparent) {
    long created = scheduler.restart(runId);
    LOG.info("run {} started again as {} by {}, trace {}", runId, created, requester, traceparent);
    return created;
  }
}
