package dev.tare.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * Style and behaviour of every page, from the command's own jar, and the policy that allows them by
 * their digests and nothing else.
 */
public final class Assets {
  private static final String STYLE =
      joined("base.css", "pairs.css", "figures.css", "history.css", "phone.css");
  private static final String SCRIPT = joined("pairs.js", "flame.js", "figures.js");

  private Assets() {}

  /** The style sheet. */
  public static String style() {
    return STYLE;
  }

  /** The script. */
  public static String script() {
    return SCRIPT;
  }

  /** A policy for pages that have this style sheet and this script, and load nothing. */
  public static String policy() {
    return "default-src 'none'; style-src '" + digest(STYLE) + "'; script-src '" + digest(SCRIPT)
        + "'; base-uri 'none'; form-action 'none'";
  }

  private static String joined(String... names) {
    StringBuilder all = new StringBuilder("\n");
    List.of(names).forEach(name -> all.append(text(name)));
    return all.toString();
  }

  private static String text(String name) {
    try (InputStream in = Assets.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("the command's own jar can not be read", broken);
    }
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every Java platform has SHA-256", impossible);
    }
  }
}
