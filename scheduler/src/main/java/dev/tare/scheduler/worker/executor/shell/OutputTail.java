package dev.tare.scheduler.worker.executor.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The last bytes of a stream, where programs say why they failed. One thread reads, another takes.
 */
final class OutputTail implements Output {
  private final byte[] ring;
  private int end;
  private boolean wrapped;

  OutputTail(int limitBytes) {
    this.ring = new byte[limitBytes];
  }

  @Override
  public void readFrom(InputStream in) throws IOException {
    int at = 0;
    while (true) {
      int count = in.read(ring, at, ring.length - at); // a torn tail at worst, never a wait
      if (count < 0) {
        return;
      }
      at += count;
      boolean full = at == ring.length;
      at = full ? 0 : at;
      publish(at, full);
    }
  }

  /** What was read last, as text without surrounding blanks; empty if nothing was. */
  synchronized String text() {
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

  private synchronized void publish(int newEnd, boolean full) {
    end = newEnd;
    wrapped |= full;
  }
}
