package dev.tare.reports.launch;

import dev.tare.profiling.wire.Order;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a measuring JVM finds the instruments: the slim jar of {@code profiling} and, to record
 * allocations, async-profiler's; to model layouts, JOL's.
 *
 * <p>The command's own jar never goes there: what it shades (Jackson, picocli) would meet the
 * measured jar's. So it carries those jars inside, which are laid out in temporary files for as
 * long as the command runs. Run from class folders, as tests are, those serve as they are.
 */
public final class InstrumentPath {
  /** Where the build puts the jars. */
  private static final String EMBEDDED = "/META-INF/tare/";

  private static @Nullable Path asyncProfiler;

  private InstrumentPath() {}

  /** A class path entry that holds the instruments; valid until this JVM ends. */
  public static Path locate() {
    return locate("profiling.jar", Order.class.getName());
  }

  /** A class path entry that holds JOL, which models layouts; valid until this JVM ends. */
  static Path locateJol() {
    return locate("jol.jar", "org.openjdk.jol.info.ClassData");
  }

  /** A class path entry that holds async-profiler; valid until this JVM ends. */
  public static synchronized Path asyncProfiler() {
    Path located = asyncProfiler;
    if (located == null) {
      located = locate("async-profiler.jar", "one.profiler.AsyncProfiler");
      asyncProfiler = located;
    }
    return located;
  }

  private static Path locate(String jar, String type) {
    try (InputStream embedded = InstrumentPath.class.getResourceAsStream(EMBEDDED + jar)) {
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
