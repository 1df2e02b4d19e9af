package dev.tare.reports.baseline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The name of a benchmark's file: the benchmark's own name where that is safe, encoded where it is
 * not, cut and told apart by a digest where it is too long for a file system.
 */
final class BaselineFileName {
  static final String SUFFIX = ".baseline";

  private static final PercentCode FILE_NAME = new PercentCode("._$-");
  // 255 bytes is what common file systems take; the suffix and the digest need some of them.
  private static final int MAX_CHARS = 200;
  private static final int DIGEST_BYTES = 8;

  private BaselineFileName() {}

  static String of(String benchmark) {
    String name = FILE_NAME.encode(benchmark);
    if (name.startsWith(".")) {
      name = "%2E" + name.substring(1);
    }
    if (name.length() > MAX_CHARS) {
      name = name.substring(0, MAX_CHARS) + '-' + digest(benchmark);
    }
    return name + SUFFIX;
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
