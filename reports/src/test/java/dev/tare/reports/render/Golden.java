package dev.tare.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a rendering with the reviewed file, and leaves the new one where it can be taken from.
 */
public final class Golden {
  private Golden() {}

  /** Fails unless the reviewed file of this name holds this text. */
  public static void assertMatches(String name, String actual) throws IOException {
    Path fresh = Files.createDirectories(Path.of("target", "golden")).resolve(name);
    Files.writeString(fresh, actual);
    String expected;
    try (InputStream reviewed = Golden.class.getResourceAsStream("/golden/" + name)) {
      expected = reviewed == null
          ? "no file src/test/resources/golden/" + name
          : new String(reviewed.readAllBytes(), StandardCharsets.UTF_8);
    }
    assertThat(actual)
        .as("if the change is meant, copy reports/%s to src/test/resources/golden/", fresh)
        .isEqualTo(expected);
  }
}
