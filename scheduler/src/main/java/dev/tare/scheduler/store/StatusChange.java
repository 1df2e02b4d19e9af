package dev.tare.scheduler.store;

/** What became of a requested change of status that was not refused. */
public enum StatusChange {
  /** The run has the new status now. */
  CHANGED,
  /** It had it already; nothing was written. */
  UNCHANGED
}
