package dev.tare.scheduler.worker.executor.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Ends a process and what it has started. */
final class ChildProcess {

  private ChildProcess() {}

  /**
   * Asks a process and its descendants to end, and kills what is left after a grace. An interrupt
   * meanwhile cuts the grace short and is kept.
   */
  static void end(Process process, long graceMillis) {
    List<ProcessHandle> family = new ArrayList<>();
    family.add(process.toHandle());
    process.descendants().forEach(family::add); // none is found once its ancestor has ended
    process.destroy();
    for (ProcessHandle each : family) {
      each.destroy();
    }
    awaitAll(family, graceMillis);
    for (ProcessHandle each : family) {
      each.descendants().forEach(ProcessHandle::destroyForcibly); // born during the grace
      each.destroyForcibly();
    }
    process.destroyForcibly();
  }

  private static void awaitAll(List<ProcessHandle> family, long graceMillis) {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(graceMillis);
    try {
      for (ProcessHandle each : family) {
        while (runs(each) && deadline - System.nanoTime() > 0) {
          TimeUnit.MILLISECONDS.sleep(5); // a descendant's end is no event that the JDK tells
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Whether a process is alive and not only waiting to be collected: an orphan whose adopter
   * collects nobody, as in many containers, has no command any more and still counts as alive.
   */
  private static boolean runs(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    ProcessHandle.Info info = process.info();
    return info.commandLine().isPresent() || info.startInstant().isEmpty();
  }
}
