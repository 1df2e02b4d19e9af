package dev.tare.profiling.known.copies;

import static dev.tare.profiling.copies.CopyKind.BUFFER;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.LongBuffer;

/** Bulk puts and gets. */
public class BufferCopies {
  private final byte[] bytes = new byte[10];
  private final ByteBuffer buffer = ByteBuffer.allocate(100);

  /** 10 + 4 + 10 + 3 = 27. */
  @Copied(kind = BUFFER, copies = 4, bytes = 27)
  public Object putArrays() {
    return buffer.clear().put(bytes).put(bytes, 2, 4).put(50, bytes).put(60, bytes, 1, 3);
  }

  /** 10 + 4 + 10 + 3 = 27. */
  @Copied(kind = BUFFER, copies = 4, bytes = 27)
  public Object getArrays() {
    return buffer.clear().get(bytes).get(bytes, 2, 4).get(50, bytes).get(60, bytes, 1, 3);
  }

  /** The 6 bytes that are left in the source. */
  @Copied(kind = BUFFER, copies = 1, bytes = 6)
  public Object putBuffer() {
    return buffer.clear().put(ByteBuffer.wrap(bytes, 4, 6));
  }

  /** 3 bytes from place to place. */
  @Copied(kind = BUFFER, copies = 1, bytes = 3)
  public Object putBufferAbsolute() {
    return buffer.clear().put(20, ByteBuffer.wrap(bytes), 2, 3);
  }

  /** The 90 behind the position move to the front. */
  @Copied(kind = BUFFER, copies = 1, bytes = 90)
  public Object compact() {
    return buffer.clear().position(10).compact();
  }

  /** Single elements, views and duplicates move nothing in bulk. */
  @Copied
  public Object singleElementsAndViews() {
    buffer.clear().put((byte) 1).put(7, (byte) 2).putLong(3).putInt(20, 4);
    return buffer.duplicate().slice().asReadOnlyBuffer();
  }

  /** 5 · 2 + 3 · 2 = 16. */
  @Copied(kind = BUFFER, copies = 2, bytes = 16)
  public Object putChars() {
    return CharBuffer.allocate(20).put("abcde").put("abcde", 1, 4);
  }

  /** 2 · 8 + 1 · 8 = 24; a single one by its place is none. */
  @Copied(kind = BUFFER, copies = 2, bytes = 24)
  public Object putLongs() {
    long[] longs = {1, 2};
    return LongBuffer.allocate(5).put(longs).put(longs, 1, 1).put(4, 9L);
  }

  /** 10 + 3 written, 13 taken. */
  @Copied(kind = BUFFER, copies = 3, bytes = 26)
  public Object outputStream() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(bytes);
    out.write(bytes, 0, 3);
    return out.toByteArray();
  }
}
