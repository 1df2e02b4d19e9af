package dev.tare.scheduler.message.codec;

import dev.tare.scheduler.error.ValidationException;
import dev.tare.scheduler.message.Message;
import dev.tare.scheduler.model.Bytes;

/**
 * Messages to and from bytes, in format version 1.
 *
 * <p>Encoding allocates nothing but the array that it returns. Decoding allocates what the message
 * consists of; its {@link Bytes} are views of the encoded array, which the message keeps alive.
 */
public final class MessageCodec {
  /** The largest message, in bytes. */
  public static final int MAX_BYTES = 8 << 20;

  private MessageCodec() {}

  /**
   * How many bytes a message takes.
   *
   * @throws ValidationException if it is more than {@link #MAX_BYTES}
   */
  public static int encodedBytes(Message message) {
    long bytes = MessageEncoder.encodedBytes(message);
    if (bytes > MAX_BYTES) {
      throw new ValidationException(
          "a message of " + bytes + " bytes: it may have at most " + MAX_BYTES);
    }
    return (int) bytes;
  }

  /**
   * A message in an array of its size.
   *
   * @throws ValidationException if it is larger than {@link #MAX_BYTES}
   */
  public static byte[] encode(Message message) {
    byte[] array = new byte[encodedBytes(message)];
    MessageEncoder.encode(message, array, 0);
    return array;
  }

  /**
   * Appends a message to a buffer of the caller.
   *
   * @return how many bytes it took
   * @throws ValidationException if it is larger than {@link #MAX_BYTES}; nothing is appended
   */
  public static int encode(Message message, MessageBuffer buffer) {
    int bytes = encodedBytes(message);
    int at = buffer.extend(bytes);
    MessageEncoder.encode(message, buffer.array(), at);
    return bytes;
  }

  /**
   * The message that an array holds. The array is given away: it must not be changed afterwards.
   *
   * @param redeliveries how often it was delivered before
   * @throws dev.tare.scheduler.error.MessageFormatException if the array holds anything but one
   *     message of version 1
   */
  public static Message decode(byte[] encoded, int redeliveries) {
    return MessageDecoder.decode(encoded, redeliveries);
  }
}
