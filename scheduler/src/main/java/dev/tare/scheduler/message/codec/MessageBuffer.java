package dev.tare.scheduler.message.codec;

import java.util.Arrays;

/**
 * Bytes of any number of encoded messages, one after the other, in an array that grows and is used
 * again. Of one thread at a time.
 */
public final class MessageBuffer {
  private byte[] array;
  private int length;

  /** With room for {@code bytes} bytes before it grows. */
  public MessageBuffer(int bytes) {
    array = new byte[bytes];
  }

  /** Forgets the messages, keeps the array. */
  public void clear() {
    length = 0;
  }

  /** How many bytes the messages take. */
  public int length() {
    return length;
  }

  /** The array that holds them from index 0 on; the buffer's own, until the next message. */
  public byte[] array() {
    return array;
  }

  /**
   * Makes room at the end.
   *
   * @return where the room begins
   */
  int extend(int bytes) {
    int at = length;
    int needed = Math.addExact(at, bytes);
    if (needed > array.length) {
      array = Arrays.copyOf(array, (int) Math.max(needed, Math.min(2L * array.length, 1 << 30)));
    }
    length = needed;
    return at;
  }
}
