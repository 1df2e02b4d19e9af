package dev.tare.scheduler.api.http;

import dev.tare.scheduler.api.json.JsonOutput;
import dev.tare.scheduler.pool.PoolHandle;
import dev.tare.scheduler.pool.Recycler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
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
  private int filled;
  private boolean spoiled;
  private @Nullable HttpExchange exchange;
  private @Nullable PoolHandle<ResponseBody> lent;

  /** Makes buffers, and clears those that may be used again. */
  static final Recycler<ResponseBody> RECYCLER = new Recycler<>() {
    @Override
    public ResponseBody create() {
      return new ResponseBody();
    }

    @Override
    public boolean clear(ResponseBody body) {
      body.exchange = null;
      body.filled = 0;
      return !body.spoiled;
    }
  };

  private ResponseBody() {}

  /** Begins an answer; the handle is closed when it has been sent, or could not be. */
  void open(HttpExchange next, PoolHandle<ResponseBody> handle) {
    exchange = next;
    lent = handle;
  }

  /** Writes JSON into this buffer. */
  JsonOutput json() {
    return json;
  }

  /**
   * Forgets what has been written and not sent. The last write may still use this buffer, so it is
   * not lent again.
   */
  void giveUp() {
    spoiled = true;
    json.abandon();
    giveBack();
  }

  /** Sends the rest; the exchange is over when the client has it. */
  void finish() throws IOException {
    json.end();
    view.clear().limit(filled);
    exchange().response().write(true, view, this);
  }

  @Override
  public void write(int b) throws IOException {
    if (spoiled) {
      return;
    }
    if (filled == BYTES) {
      sendBuffer();
    }
    buffer[filled] = (byte) b;
    filled++;
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    if (spoiled) {
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
    ended.release();
    giveBack();
    ended.completed(null);
  }

  /** The last write failed. */
  @Override
  public void failed(Throwable failure) {
    HttpExchange ended = exchange;
    if (ended == null) {
      return; // given up by whoever asked for that write
    }
    spoiled = true;
    giveBack();
    ended.completed(failure);
  }

  private void giveBack() {
    PoolHandle<ResponseBody> handle = lent;
    if (handle != null) {
      lent = null;
      handle.close();
    }
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
