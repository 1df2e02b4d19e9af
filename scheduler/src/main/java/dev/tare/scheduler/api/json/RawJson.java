package dev.tare.scheduler.api.json;

import com.fasterxml.jackson.core.SerializableString;
import dev.tare.scheduler.model.Bytes;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * JSON that a generator writes as it is, straight into its own buffer: a short value needs no flush
 * before it. Shows one value after the other. For one thread.
 */
final class RawJson implements SerializableString {
  private static final Bytes NOTHING = Bytes.of(new byte[0]);

  private Bytes value = NOTHING;

  /** What is to be written next; the generator is done with it when its call returns. */
  RawJson showing(Bytes next) {
    value = next;
    return this;
  }

  /** Holds on to no value any more. */
  void clear() {
    value = NOTHING;
  }

  @Override
  public int appendUnquotedUTF8(byte[] buffer, int offset) {
    int length = value.length();
    if (length > buffer.length - offset) {
      return -1; // the generator makes room, and asks for the bytes
    }
    System.arraycopy(value.array(), value.offset(), buffer, offset, length);
    return length;
  }

  @Override
  public byte[] asUnquotedUTF8() {
    return value.exactArray();
  }

  @Override
  public String getValue() {
    return new String(value.array(), value.offset(), value.length(), StandardCharsets.UTF_8);
  }

  @Override
  public int charLength() {
    return getValue().length();
  }

  @Override
  public char[] asQuotedChars() {
    throw bytesAlone();
  }

  @Override
  public byte[] asQuotedUTF8() {
    throw bytesAlone();
  }

  @Override
  public int appendQuotedUTF8(byte[] buffer, int offset) {
    throw bytesAlone();
  }

  @Override
  public int appendQuoted(char[] buffer, int offset) {
    throw bytesAlone();
  }

  @Override
  public int appendUnquoted(char[] buffer, int offset) {
    throw bytesAlone();
  }

  @Override
  public int writeQuotedUTF8(OutputStream out) {
    throw bytesAlone();
  }

  @Override
  public int writeUnquotedUTF8(OutputStream out) {
    throw bytesAlone();
  }

  @Override
  public int putQuotedUTF8(ByteBuffer buffer) {
    throw bytesAlone();
  }

  @Override
  public int putUnquotedUTF8(ByteBuffer buffer) {
    throw bytesAlone();
  }

  private static UnsupportedOperationException bytesAlone() {
    return new UnsupportedOperationException("raw JSON is written as bytes, by writeRawValue");
  }
}
