package dev.tare.scheduler.api.http;

import dev.tare.scheduler.api.problem.Problem;
import dev.tare.scheduler.api.problem.ProblemKind;
import dev.tare.scheduler.model.Bytes;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request's body as it comes, holding no thread between its parts. The array grows with
 * what has come, not with what was announced.
 *
 * <p>Of a body that is too large, or whose request is refused by its headers, some more is read and
 * dropped first: a client that is still sending would see its connection reset instead of the
 * answer.
 */
final class BodyReader implements Runnable {
  /** A mebibyte of parameters, and room for what goes around them. */
  static final int MOST_BYTES = (1 << 20) + (1 << 16);

  private static final long MOST_DROPPED_BYTES = 8L << 20;
  private static final int FIRST_BYTES = 4096;
  private static final byte[] NOTHING = {};

  private final HttpExchange exchange;
  private final FrontHandler handler;
  private final @Nullable RuntimeException refusal;
  private final long beganNanos = System.nanoTime();
  private final int announced;
  private byte[] array;
  private long received;

  /** Reads it for the endpoint; or, if the request is refused already, drops it first. */
  BodyReader(HttpExchange exchange, FrontHandler handler, @Nullable RuntimeException refusal) {
    this.exchange = exchange;
    this.handler = handler;
    this.refusal = refusal;
    long length = exchange.request().getLength();
    this.announced = length < 0 || length > MOST_BYTES ? MOST_BYTES : (int) length;
    this.array = refusal == null ? new byte[Math.min(announced, FIRST_BYTES)] : NOTHING;
  }

  /** Whether a request has a body. */
  static boolean isAnnounced(Request request) {
    return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  /** Reads what is there; called again when there is more. */
  @Override
  public void run() {
    try {
      while (true) {
        Content.Chunk chunk = exchange.request().read();
        if (chunk == null) {
          exchange.request().demand(this);
          return;
        }
        if (Content.Chunk.isFailure(chunk)) {
          fail(chunk.getFailure());
          return;
        }
        boolean last = chunk.isLast();
        take(chunk);
        if (last) {
          end();
          return;
        }
      }
    } catch (RuntimeException e) {
      exchange.refuse(e);
    }
  }

  private void take(Content.Chunk chunk) {
    try {
      int length = chunk.remaining();
      long before = received;
      received += length;
      if (received > MOST_DROPPED_BYTES) {
        throw tooLarge();
      }
      if (System.nanoTime() - beganNanos
          > TimeUnit.MILLISECONDS.toNanos(exchange.patienceMillis())) {
        throw timeout();
      }
      if (received <= MOST_BYTES && refusal == null) {
        if (received > array.length) {
          long grown = Math.max(received, 2L * array.length);
          array = Arrays.copyOf(array, (int) Math.min(grown, Math.max(announced, received)));
        }
        chunk.getByteBuffer().get(array, (int) before, length);
      }
    } finally {
      chunk.release();
    }
  }

  private void end() {
    if (refusal != null) {
      exchange.refuse(refusal);
      return;
    }
    if (received > MOST_BYTES) {
      throw tooLarge();
    }
    exchange.received(Bytes.of(array, 0, (int) received));
    handler.answer(exchange);
  }

  private void fail(Throwable failure) {
    if (failure instanceof TimeoutException) {
      throw timeout();
    }
    exchange.completed(failure); // the client has gone, or sent what is no HTTP
  }

  static RuntimeException tooLarge() {
    return Problem.of(
            ProblemKind.TOO_LARGE,
            "the body has more than " + MOST_BYTES + " bytes, the most that is taken")
        .asException();
  }

  private static RuntimeException timeout() {
    return Problem.of(ProblemKind.TIMEOUT, "the body did not come in time: send it again")
        .asException();
  }
}
