package dev.tare.scheduler.worker.executor.shell;

import dev.tare.scheduler.model.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a stream: read straight into the array that is handed out, the rest read and
 * dropped, so that the writer never waits. One thread reads, another takes.
 */
public final class OutputHead implements Output {
  private static final int FIRST_BYTES = 1024;

  /** Written by every reader that drops bytes, and read by nobody. */
  private static final byte[] DROPPED = new byte[8192];

  private final int limit;
  private byte[] array;
  private int length;

  /** Keeps so many bytes at most. */
  public OutputHead(int limitBytes) {
    this.limit = limitBytes;
    this.array = new byte[Math.min(limitBytes, FIRST_BYTES)];
  }

  @Override
  public void readFrom(InputStream in) throws IOException {
    int filled = 0;
    byte[] target = array;
    while (filled < limit) {
      if (filled == target.length) {
        target = Arrays.copyOf(target, (int) Math.min(limit, 2L * filled));
      }
      int count = in.read(target, filled, target.length - filled);
      if (count < 0) {
        return;
      }
      filled += count;
      publish(target, filled);
    }
    while (in.read(DROPPED) >= 0) {
      // the process is not to wait for room
    }
  }

  /** What was read until now, without a copy; null if nothing was. Stays as it is. */
  public synchronized @Nullable Bytes bytes() {
    return length == 0 ? null : Bytes.of(array, 0, length);
  }

  private synchronized void publish(byte[] filledArray, int filledBytes) {
    array = filledArray; // bytes below the length are never written again
    length = filledBytes;
  }
}
