package dev.tare.benchmarks.listener;

import dev.tare.benchmarks.breaker.fixed.FixedWorkers;
import dev.tare.scheduler.model.worker.Heartbeat;
import java.util.List;

/** Workers that cost nothing to hear: what each says goes into a sum, calls are counted. */
final class SummedWorkers extends FixedWorkers {
  private long sum;
  private long statements;

  @Override
  public boolean heartbeat(String workerId, int running, long at) {
    statements++;
    add(workerId, running, at);
    return true;
  }

  @Override
  public int heartbeats(List<Heartbeat> heartbeats) {
    statements++;
    for (int i = 0; i < heartbeats.size(); i++) {
      Heartbeat heartbeat = heartbeats.get(i);
      add(heartbeat.workerId(), heartbeat.running(), heartbeat.at());
    }
    return heartbeats.size();
  }

  private void add(String workerId, int running, long at) {
    sum = 31 * sum + workerId.hashCode();
    sum = 31 * sum + running;
    sum = 31 * sum + at;
  }

  /** Of everything that every heartbeat said, in order. */
  long sum() {
    return sum;
  }

  /** How often it was called. */
  long statements() {
    return statements;
  }
}
