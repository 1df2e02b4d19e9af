package dev.tare.reports.launch;

import dev.tare.profiling.wire.Order;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a measuring JVM finds the instruments: the slim jar of {@code profiling} and nothing else.
 *
 * <p>The command's own jar never goes there: what it shades (Jackson, picocli) would meet the
 * measured jar's. So it carries the slim jar inside, which is laid out in a temporary file for as
 * long as the command runs. Run from class folders, as tests are, those serve as they are.
 */
final class InstrumentPath {
  /** Put there by the build, from the artefact of {@code profiling}. */
  private static final String EMBEDDED = "/META-INF/tare/profiling.jar";

  private static final String EMBEDDED_JOL = "/META-INF/tare/jol.jar";
  private static final String JOL = "org.openjdk.jol.info.ClassData";

  private InstrumentPath() {}

  /** A class path entry that holds the instruments; valid until this JVM ends. */
  static Path locate() {
    return locate(EMBEDDED, Order.class.getName());
  }

  /** The same for JOL, which models layouts. */
  static Path locateJol() {
    return locate(EMBEDDED_JOL, JOL);
  }

  private static Path locate(String resource, String type) {
    try (InputStream embedded = InstrumentPath.class.getResourceAsStream(resource)) {
      return embedded == null ? codeSource(type) : extract(embedded);
    } catch (IOException e) {
      throw new UncheckedIOException("the instruments can not be laid out", e);
    }
  }

  private static Path extract(InputStream embedded) throws IOException {
    Path jar = Files.createTempFile("tare-instruments", ".jar");
    jar.toFile().deleteOnExit();
    Files.write(jar, embedded.readAllBytes());
    return jar;
  }

  private static Path codeSource(String type) {
    try {
      return Path.of(Class.forName(type)
          .getProtectionDomain()
          .getCodeSource()
          .getLocation()
          .toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException(type + " has no place on this class path", e);
    }
  }
}
