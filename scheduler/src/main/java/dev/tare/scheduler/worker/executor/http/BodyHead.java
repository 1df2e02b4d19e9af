package dev.tare.scheduler.worker.executor.http;

import dev.tare.scheduler.model.Bytes;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The first bytes of a response body, copied once into the array that is handed out. When the limit
 * is reached the rest is not read.
 */
final class BodyHead implements BodySubscriber<Bytes> {
  private static final int FIRST_BYTES = 1024;

  private final CompletableFuture<Bytes> body = new CompletableFuture<>();
  private final int limit;
  private byte[] array;
  private int length;
  private @Nullable Subscription subscription;

  /**
   * For one response.
   *
   * @param announcedBytes its Content-Length, or -1
   */
  BodyHead(int limitBytes, long announcedBytes) {
    limit = limitBytes;
    long first = announcedBytes < 0 ? FIRST_BYTES : announcedBytes;
    array = new byte[(int) Math.min(limitBytes, first)];
  }

  @Override
  public CompletionStage<Bytes> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription begun) {
    subscription = begun;
    begun.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      int count = Math.min(buffer.remaining(), limit - length);
      ensure(length + count);
      buffer.get(array, length, count);
      length += count;
      if (buffer.hasRemaining()) {
        if (subscription != null) {
          subscription.cancel();
        }
        onComplete();
        return;
      }
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    body.complete(Bytes.of(array, 0, length));
  }

  private void ensure(int bytes) {
    if (bytes > array.length) {
      array = Arrays.copyOf(array, (int) Math.min(limit, Math.max(bytes, 2L * array.length)));
    }
  }
}
