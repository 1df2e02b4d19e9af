package dev.tare.benchmarks.load.paced;

import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes calls when they are to be made, with as many callers as there may be calls at once. Whoever
 * is free takes the next number, waits until its time has come, and calls; if nobody is free the
 * call is made late, and counts as having waited.
 */
public final class OpenLoop {
  private final Ticker ticker;
  private final Arrivals arrivals;
  private final AtomicLong next = new AtomicLong();

  /** What is called; each caller has its own, for one thread. */
  public interface Call {
    /**
     * Makes one call, and returns when its answer is there.
     *
     * @param number of the call, from 0
     * @param intendedNanos when it was to begin
     */
    void make(long number, long intendedNanos) throws Exception;
  }

  /** Calls at these times. */
  public OpenLoop(Ticker ticker, Arrivals arrivals) {
    this.ticker = ticker;
    this.arrivals = arrivals;
  }

  /**
   * Makes all calls, and returns when all answers are there.
   *
   * @throws IllegalStateException if a call fails; the others end, and no more are made
   */
  public void run(List<? extends Call> callers) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(callers.size());
    CompletionService<Void> ends = new ExecutorCompletionService<>(threads);
    try {
      for (Call caller : callers) {
        ends.submit(() -> {
          call(caller);
          return null;
        });
      }
      for (int i = 0; i < callers.size(); i++) {
        ends.take().get();
      }
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalStateException("a call under load failed: " + cause.getMessage(), cause);
    } finally {
      threads.shutdownNow();
    }
  }

  private void call(Call caller) throws Exception {
    for (long call = next.getAndIncrement();
        call < arrivals.calls();
        call = next.getAndIncrement()) {
      long intended = arrivals.nanosOf(call);
      ticker.await(intended);
      try {
        caller.make(call, intended);
      } catch (Exception e) {
        next.set(arrivals.calls());
        throw e;
      }
    }
  }
}
