package dev.tare.scheduler.api.http;

import dev.tare.scheduler.api.json.JsonOutput;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * The buffer behind an answer, reused from one to the next. An answer that fits is sent by one
 * write, which takes no thread while the client reads; a longer one is sent in chunks, each waiting
 * until the client has taken the one before, but not for ever.
 */
final class ResponseBody extends OutputStream implements Callback {
  static final int BYTES = 16 * 1024;

  private final byte[] buffer = new byte[BYTES];
  private final ByteBuffer view = ByteBuffer.wrap(buffer);
  private final JsonOutput json = new JsonOutput(this);
  private final Pool home;
  private int filled;
  private boolean discarding;
  private @Nullable HttpExchange exchange;

  /** Buffers that wait for an answer; so many at most, others are left to the collector. */
  static final class Pool {
    private final BlockingQueue<ResponseBody> free;

    Pool(int most) {
      free = new ArrayBlockingQueue<>(most);
    }

    ResponseBody take() {
      ResponseBody body = free.poll();
      return body == null ? new ResponseBody(this) : body;
    }

    private void giveBack(ResponseBody body) {
      free.offer(body);
    }
  }

  /** Goes back to {@code home} when its answer has been sent. */
  private ResponseBody(Pool home) {
    this.home = home;
  }

  /** Begins an answer. */
  void open(HttpExchange next) {
    exchange = next;
    filled = 0;
  }

  /** Writes JSON into this buffer. */
  JsonOutput json() {
    return json;
  }

  /** Forgets what has been written and not sent. */
  void discard() {
    discarding = true;
    json.abandon();
    discarding = false;
    filled = 0;
  }

  /** Sends the rest; the exchange is over when the client has it. */
  void finish() throws IOException {
    json.end();
    view.clear().limit(filled);
    exchange().response().write(true, view, this);
  }

  @Override
  public void write(int b) throws IOException {
    if (filled == BYTES) {
      sendBuffer();
    }
    buffer[filled] = (byte) b;
    filled = discarding ? 0 : filled + 1;
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    if (discarding) {
      return;
    }
    if (length > BYTES - filled) {
      sendBuffer();
      if (length > BYTES) {
        send(ByteBuffer.wrap(source, offset, length));
        return;
      }
    }
    System.arraycopy(source, offset, buffer, filled, length);
    filled += length;
  }

  @Override
  public void succeeded() {
    HttpExchange ended = exchange();
    exchange = null;
    ended.release();
    home.giveBack(this);
    ended.completed(null);
  }

  /** The last write failed; this buffer may still be in use by it, and is left to the collector. */
  @Override
  public void failed(Throwable failure) {
    HttpExchange ended = exchange();
    exchange = null;
    ended.completed(failure);
  }

  private void sendBuffer() throws IOException {
    if (filled > 0) {
      view.clear().limit(filled);
      send(view);
      filled = 0;
    }
  }

  private void send(ByteBuffer bytes) throws IOException {
    HttpExchange open = exchange();
    try (Blocker.Callback sent = Blocker.callback()) {
      open.response().write(false, bytes, sent);
      sent.block(open.patienceMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      open.hangUp();
      throw new InterruptedIOException("the client does not take its answer");
    }
  }

  private HttpExchange exchange() {
    return Objects.requireNonNull(exchange, "no answer has been begun");
  }
}
