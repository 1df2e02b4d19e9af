package dev.tare.reports.history;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to change a history, which one thread of one process has at a time. It ends with its
 * process at the latest.
 *
 * <p>What is locked is an empty file beside the history: the history itself is replaced, and its
 * lock would be with it. The file stays, for another may be about to lock it.
 */
final class HistoryLock {
  private static final long PAUSE_MILLIS = 20;

  /**
   * Held by the only thread that has a channel of such a file open: closing another one would, on
   * POSIX systems, end the lock of this process.
   */
  private static final ReentrantLock WITHIN_THIS_PROCESS = new ReentrantLock();

  private HistoryLock() {}

  /** The file that is locked in a history's place. */
  static Path fileOf(Path history) {
    return history.resolveSibling(history.getFileName() + ".lock");
  }

  /**
   * Does this once nobody else has the right.
   *
   * @throws IOException if somebody has it for all of {@code wait}, if the file can not be made or
   *     locked, or from the action
   */
  static void holding(Path history, Duration wait, Action action) throws IOException {
    Path file = fileOf(history).toAbsolutePath();
    long start = System.nanoTime();
    try {
      if (!WITHIN_THIS_PROCESS.tryLock(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        throw isHeld(file, wait);
      }
      try {
        holding(file, start, wait, action);
      } finally {
        WITHIN_THIS_PROCESS.unlock();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while another run held " + file, interrupted);
    }
  }

  private static void holding(Path file, long start, Duration wait, Action action)
      throws IOException, InterruptedException {
    Files.createDirectories(Objects.requireNonNull(file.getParent(), "a root is no file"));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (!isLocked(channel)) {
        if (System.nanoTime() - start >= wait.toNanos()) {
          throw isHeld(file, wait);
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      action.run();
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException byAnotherClassLoader) {
      return false;
    }
  }

  private static IOException isHeld(Path file, Duration wait) {
    return new IOException(
        "another run has held " + file + " for " + wait.toSeconds() + " seconds");
  }

  /** What is done with the right. */
  @FunctionalInterface
  interface Action {
    void run() throws IOException;
  }
}
