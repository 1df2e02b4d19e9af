package dev.tare.scheduler.worker.executor.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The last bytes of a stream, where programs say why they failed. One thread reads, another takes.
 */
public final class OutputTail implements Output {
  private static final int FIRST_BYTES = 256;

  private final int limit;
  private byte[] ring; // grows up to the limit, and goes round only then
  private int end;
  private boolean wrapped;

  /** Keeps so many bytes at most, 1 or more. */
  public OutputTail(int limitBytes) {
    this.limit = limitBytes;
    this.ring = new byte[Math.min(limitBytes, FIRST_BYTES)];
  }

  @Override
  public void readFrom(InputStream in) throws IOException {
    byte[] target = ring;
    int at = 0;
    while (true) {
      int count = in.read(target, at, target.length - at); // a torn tail at worst, never a wait
      if (count < 0) {
        return;
      }
      at += count;
      boolean full = at == target.length;
      if (full && target.length < limit) {
        target = Arrays.copyOf(target, (int) Math.min(limit, 2L * target.length));
        full = false;
      }
      at = full ? 0 : at;
      publish(target, at, full);
    }
  }

  /** What was read last, as text without surrounding blanks; empty if nothing was. */
  public synchronized String text() {
    if (!wrapped) {
      return new String(ring, 0, end, StandardCharsets.UTF_8).strip();
    }
    byte[] ordered = new byte[ring.length];
    System.arraycopy(ring, end, ordered, 0, ring.length - end);
    System.arraycopy(ring, 0, ordered, ring.length - end, end);
    int begin = firstWhole(ordered);
    return new String(ordered, begin, ordered.length - begin, StandardCharsets.UTF_8).strip();
  }

  /** Where the first whole UTF-8 character begins. */
  private static int firstWhole(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && at < 3 && (bytes[at] & 0xC0) == 0x80) {
      at++;
    }
    return at;
  }

  private synchronized void publish(byte[] filled, int newEnd, boolean full) {
    ring = filled;
    end = newEnd;
    wrapped |= full;
  }
}
