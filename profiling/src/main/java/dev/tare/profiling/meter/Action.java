package dev.tare.profiling.meter;

/**
 * What is measured: one run of it is one operation.
 *
 * @param <X> what it throws; none if it throws nothing checked
 */
@FunctionalInterface
public interface Action<X extends Throwable> {
  /** Runs once. */
  void run() throws X;
}
