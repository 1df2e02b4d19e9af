package dev.tare.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Any text as the name of a file: the text itself where that is safe, encoded where it is not, cut
 * and told apart by a digest where it is too long for a file system.
 */
public final class SafeFileName {
  // 255 bytes is what common file systems take; a suffix and the digest need some of them.
  private static final int MAX_CHARS = 200;
  private static final int DIGEST_BYTES = 8;

  private SafeFileName() {}

  /** The name of a file for {@code text}, in which the code keeps what is plain. */
  public static String of(String text, PercentCode code) {
    String name = code.encode(text);
    if (name.startsWith(".")) {
      name = "%2E" + name.substring(1);
    }
    if (name.length() > MAX_CHARS) {
      name = name.substring(0, MAX_CHARS) + '-' + digest(text);
    }
    return name;
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
