package dev.tare.scheduler.store.jdbc.batch;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.model.Bytes;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a batch one after the other, such as the payloads of runs, read from where they are:
 * the driver copies them into its own buffer and nowhere else. Read once, by one thread.
 *
 * @param <T> what has the bytes
 */
final class PartStream<T> extends InputStream {
  /** What a server can still take as one value, with room to spare. */
  private static final long MOST_BYTES = 512 << 20;

  private final List<T> items;
  private final Function<? super T, @Nullable Bytes> part;
  private int next;
  private byte @Nullable [] array;
  private int position;
  private int end;

  private PartStream(List<T> items, Function<? super T, @Nullable Bytes> part) {
    this.items = items;
    this.part = part;
  }

  /**
   * Binds the bytes of all as one value.
   *
   * @param part the bytes of one; null if it has none
   * @throws ValidationException if they are too many for one batch
   */
  static <T> void bind(
      PreparedStatement statement,
      int index,
      List<T> items,
      Function<? super T, @Nullable Bytes> part)
      throws SQLException {
    long bytes = 0;
    for (int i = 0; i < items.size(); i++) {
      Bytes one = part.apply(items.get(i));
      bytes += one == null ? 0 : one.length();
    }
    if (bytes > MOST_BYTES) {
      throw new ValidationException(items.size() + " runs bring " + bytes
          + " bytes at once: use several batches of at most " + MOST_BYTES);
    }
    statement.setBinaryStream(index, new PartStream<>(items, part), (int) bytes);
  }

  /** Binds where the bytes of each are within all: offsets from 1, and lengths, -1 for none. */
  static <T> void bindPlaces(
      PreparedStatement statement,
      int index,
      List<T> items,
      Function<? super T, @Nullable Bytes> part)
      throws SQLException {
    int[] offsets = new int[items.size()];
    int[] lengths = new int[offsets.length];
    int offset = 1; // as PostgreSQL counts
    for (int i = 0; i < offsets.length; i++) {
      Bytes one = part.apply(items.get(i));
      offsets[i] = offset;
      lengths[i] = one == null ? -1 : one.length();
      offset += one == null ? 0 : one.length();
    }
    statement.setObject(index, offsets);
    statement.setObject(index + 1, lengths);
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

  /** Goes to the next byte that there is, over those that have none. */
  private boolean advance() {
    while (position == end && next < items.size()) {
      Bytes one = part.apply(items.get(next++));
      if (one != null) {
        array = one.array();
        position = one.offset();
        end = position + one.length();
      }
    }
    return position < end;
  }
}
