package dev.tare.profiling.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The JVMs that tests measure on: the homes in {@code TARE_TEST_JVMS}, separated by colons, or the
 * one that runs the test.
 */
public final class TestJvms {
  private static final String VARIABLE = "TARE_TEST_JVMS";

  private TestJvms() {}

  /** Their homes; a value that names none, or no JVM, is an error: nothing is skipped. */
  public static List<Path> homes() {
    return homes(System.getenv(VARIABLE));
  }

  /** The feature release of a JVM, by the file that every JDK has at its home. */
  public static int feature(Path home) {
    try (BufferedReader release = Files.newBufferedReader(home.resolve("release"))) {
      Properties properties = new Properties();
      properties.load(release);
      String version = properties.getProperty("JAVA_VERSION", "").replace("\"", "");
      return Runtime.Version.parse(version).feature();
    } catch (IOException e) {
      throw new UncheckedIOException(home + " does not tell its release", e);
    }
  }

  static List<Path> homes(@Nullable String value) {
    if (value == null) {
      return List.of(Path.of(System.getProperty("java.home")));
    }
    List<Path> homes = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(value, ":");
    while (tokens.hasMoreTokens()) {
      Path home = Path.of(tokens.nextToken());
      if (!Files.isExecutable(home.resolve("bin/java"))) {
        throw new IllegalStateException(
            VARIABLE + "=" + value + ": there is no JVM at '" + home + "'");
      }
      homes.add(home);
    }
    if (homes.isEmpty()) {
      throw new IllegalStateException(
          VARIABLE + " is set and names no JVM: name homes, separated by colons, or unset it");
    }
    return homes;
  }
}
