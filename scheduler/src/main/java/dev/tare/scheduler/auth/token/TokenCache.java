package dev.tare.scheduler.auth.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tokens whose signature was found good, by digest. Bounded.
 *
 * <p>An entry leaves when its token expires or its key retires, whichever comes first. That frees
 * memory; it is not what keeps a stale token out: whoever takes an entry checks its times and its
 * key again.
 */
final class TokenCache {
  private final Cache<TokenDigest, SignedContent> verified;

  TokenCache(int maxEntries, Clock clock) {
    this.verified = Caffeine.newBuilder()
        .maximumSize(maxEntries)
        .executor(Runnable::run)
        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        .expireAfter(Expiry.<TokenDigest, SignedContent>creating(
            (digest, content) -> Duration.ofMillis(lifeMillis(content, clock.millis()))))
        .build();
  }

  @Nullable
  SignedContent get(TokenDigest digest) {
    return verified.getIfPresent(digest);
  }

  /** Keeps {@code content}; {@code digest} may be a lent one. */
  void put(TokenDigest digest, SignedContent content) {
    verified.put(digest.copy(), content);
  }

  void remove(TokenDigest digest) {
    verified.invalidate(digest);
  }

  /** How many entries are held now, expired ones removed. */
  long size() {
    verified.cleanUp();
    return verified.estimatedSize();
  }

  private static long lifeMillis(SignedContent content, long nowMillis) {
    long end = Math.min(content.token().expiresAtMillis(), content.key().retiresAtMillis());
    return Math.max(0, end - nowMillis);
  }
}
