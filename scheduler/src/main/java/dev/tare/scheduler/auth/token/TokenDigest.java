package dev.tare.scheduler.auth.token;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 of a token, what the cache knows a token by.
 *
 * <p>A digest and not the token: a heap dump then shows no token that could be used, and how long a
 * look-up takes says nothing, because nobody can choose a token whose digest shares a prefix with
 * that of another one. A thread computes into its own instance, without allocating; {@link #copy}
 * makes the one that the cache keeps.
 */
final class TokenDigest {
  /** Longer than any token of ours; bounds the scratch of a thread and the work on rubbish. */
  static final int MAX_TOKEN_CHARS = 4096;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private long first;
  private long second;
  private long third;
  private long fourth;

  private static final class Scratch {
    private final MessageDigest sha256 = sha256();
    private final byte[] text = new byte[MAX_TOKEN_CHARS];
    private final byte[] hash = new byte[32];
    private final TokenDigest digest = new TokenDigest();
  }

  /**
   * The digest of the token within {@code source}, or null if it is too long or has characters that
   * no token has. It is lent: the next call on this thread overwrites it.
   */
  static @Nullable TokenDigest of(String source, int from, int to) {
    int length = to - from;
    if (length > MAX_TOKEN_CHARS) {
      return null;
    }
    Scratch scratch = SCRATCH.get();
    byte[] text = scratch.text;
    for (int i = 0; i < length; i++) {
      char c = source.charAt(from + i);
      if (!isBase64Url(c) && c != '.') {
        return null;
      }
      text[i] = (byte) c;
    }
    scratch.sha256.update(text, 0, length);
    try {
      scratch.sha256.digest(scratch.hash, 0, scratch.hash.length);
    } catch (DigestException impossible) {
      throw new IllegalStateException("SHA-256 gives 32 bytes", impossible);
    }
    return scratch.digest.set(scratch.hash);
  }

  TokenDigest copy() {
    TokenDigest copy = new TokenDigest();
    copy.first = first;
    copy.second = second;
    copy.third = third;
    copy.fourth = fourth;
    return copy;
  }

  private TokenDigest set(byte[] hash) {
    first = (long) LONG.get(hash, 0);
    second = (long) LONG.get(hash, 8);
    third = (long) LONG.get(hash, 16);
    fourth = (long) LONG.get(hash, 24);
    return this;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TokenDigest that
        && first == that.first
        && second == that.second
        && third == that.third
        && fourth == that.fourth;
  }

  @Override
  public int hashCode() {
    return (int) first;
  }

  private static boolean isBase64Url(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_';
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }
}
