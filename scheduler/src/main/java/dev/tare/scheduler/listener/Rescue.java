package dev.tare.scheduler.listener;

import dev.tare.scheduler.error.SchedulerException;
import dev.tare.scheduler.model.Completion;
import dev.tare.scheduler.model.RunStatus;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets the rest of a batch into the database when one of it is what the database refuses, and would
 * refuse for ever: halves it until the one stands alone, and ends that run as FAILED, without what
 * it brought.
 */
final class Rescue {
  private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);

  private Rescue() {}

  /** Whether the same write may succeed later. What is no error of the scheduler will not. */
  static boolean isWorthRepeating(RuntimeException failure) {
    return failure instanceof SchedulerException known && known.isRetryable();
  }

  /**
   * Writes a batch that was refused.
   *
   * @return how many were accepted
   * @throws RuntimeException if the database failed in a way that may pass; some of the batch may
   *     have been written, and is harmless when it is written again
   */
  static int write(List<Completion> batch, BatchWriter writer) {
    int size = batch.size();
    if (size == 1) {
      return writeAlone(batch.get(0), writer);
    }
    return attempt(batch.subList(0, size / 2), writer)
        + attempt(batch.subList(size / 2, size), writer);
  }

  private static int attempt(List<Completion> part, BatchWriter writer) {
    try {
      return writer.write(part);
    } catch (RuntimeException e) {
      if (isWorthRepeating(e)) {
        throw e;
      }
      return write(part, writer);
    }
  }

  private static int writeAlone(Completion refused, BatchWriter writer) {
    LOG.warn("the end of run {} was refused and is recorded as a failure", refused.runId());
    Completion bare = new Completion(
        refused.runId(),
        refused.attempt(),
        RunStatus.FAILED,
        refused.completedAt(),
        null,
        "it ended as " + refused.status() + ", but the database refused its result or error");
    try {
      return writer.write(List.of(bare));
    } catch (RuntimeException e) {
      if (isWorthRepeating(e)) {
        throw e;
      }
      LOG.error("the end of run {} can not be written: it will be recovered", refused.runId(), e);
      writer.giveUp(refused);
      return 0;
    }
  }
}
