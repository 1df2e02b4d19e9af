package dev.tare.scheduler.listener;

import dev.tare.scheduler.model.Completion;
import java.util.List;

/** Writes a batch of ends of attempts in one statement, whatever else that statement does. */
@FunctionalInterface
public interface BatchWriter {

  /**
   * Writes all or none.
   *
   * @param batch 1 or more; lent until this method returns
   * @return how many were accepted; the others had been superseded
   * @throws dev.tare.scheduler.error.SchedulerException nothing was written, or the connection was
   *     lost before the database could tell
   */
  int write(List<Completion> batch);

  /** This one can never be written: its run is to be recovered. */
  default void giveUp(Completion completion) {}
}
