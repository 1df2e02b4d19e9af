package dev.tare.scheduler.message;

import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * A header and one body. Immutable, as long as nobody changes an array that its body shows.
 *
 * @param id tells messages apart: a consumer that must not act twice remembers it
 * @param correlationId what the message belongs to, such as the id of a request
 * @param traceparent the trace that its publisher was in
 * @param timestamp when it was made, epoch milliseconds
 * @param redeliveries how often it was delivered before this time; a queue sets it
 * @param body what it says
 */
public record Message(
    long id,
    @Nullable String correlationId,
    @Nullable TraceParent traceparent,
    long timestamp,
    int redeliveries,
    MessageBody body) {

  /** A new message with an id of 64 random bits, outside of any trace. */
  public static Message of(MessageBody body, long timestamp) {
    return of(body, timestamp, null, null);
  }

  /** A new message with an id of 64 random bits. */
  public static Message of(
      MessageBody body,
      long timestamp,
      @Nullable String correlationId,
      @Nullable TraceParent traceparent) {
    long id = ThreadLocalRandom.current().nextLong();
    return new Message(id, correlationId, traceparent, timestamp, 0, body);
  }
}
