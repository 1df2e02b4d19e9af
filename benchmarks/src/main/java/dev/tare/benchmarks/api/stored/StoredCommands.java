package dev.tare.benchmarks.api.stored;

import dev.tare.scheduler.api.run.RunCommands;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.store.StatusChange;
import org.jspecify.annotations.Nullable;

/** Says that it has made a run, always the same. For one thread. */
public final class StoredCommands implements RunCommands {
  private static final long[] CREATED = {41};

  private @Nullable Bytes payload;

  /** The payload of the last run that was asked for. */
  public @Nullable Bytes payload() {
    return payload;
  }

  @Override
  public long[] submit(long taskId, @Nullable Bytes sent, @Nullable TraceParent traceparent) {
    payload = sent;
    return CREATED;
  }

  @Override
  public StatusChange cancel(long runId, String requester) {
    return StatusChange.CHANGED;
  }

  @Override
  public long restart(long runId, String requester, @Nullable TraceParent traceparent) {
    return CREATED[0];
  }
}
