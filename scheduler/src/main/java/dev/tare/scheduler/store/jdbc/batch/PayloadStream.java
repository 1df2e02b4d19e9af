package dev.tare.scheduler.store.jdbc.batch;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import dev.tare.scheduler.model.NewRun;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The payloads of runs one after the other, read from where they are: the driver copies them into
 * its own buffer and nowhere else. Read once, by one thread.
 */
final class PayloadStream extends InputStream {
  /** What a server can still take as one value, with room to spare. */
  private static final long MOST_BYTES = 512 << 20;

  private final List<NewRun> runs;
  private int next;
  private byte @Nullable [] array;
  private int position;
  private int end;

  PayloadStream(List<NewRun> runs) {
    this.runs = runs;
  }

  /**
   * How many bytes the payloads have together.
   *
   * @throws ValidationException if they are too many for one batch
   */
  static int length(List<NewRun> runs) {
    long bytes = 0;
    for (int i = 0; i < runs.size(); i++) {
      Bytes payload = runs.get(i).payload();
      bytes += payload == null ? 0 : payload.length();
    }
    if (bytes > MOST_BYTES) {
      throw new ValidationException("the payloads of " + runs.size() + " runs have " + bytes
          + " bytes: create them in several batches of at most " + MOST_BYTES);
    }
    return (int) bytes;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, into.length);
    int read = 0;
    while (read < length && advance()) {
      int count = Math.min(length - read, end - position);
      System.arraycopy(Objects.requireNonNull(array), position, into, offset + read, count);
      position += count;
      read += count;
    }
    return read == 0 && length > 0 ? -1 : read;
  }

  @Override
  public int read() {
    return advance() ? Objects.requireNonNull(array)[position++] & 0xff : -1;
  }

  /** Goes to the next byte that there is, over payloads that are absent or empty. */
  private boolean advance() {
    while (position == end && next < runs.size()) {
      Bytes payload = runs.get(next++).payload();
      if (payload != null) {
        array = payload.array();
        position = payload.offset();
        end = position + payload.length();
      }
    }
    return position < end;
  }
}
