package dev.tare.reports.foreign;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.openjdk.jmh.generators.BenchmarkProcessor;
import org.openjdk.jmh.runner.Runner;

/**
 * A {@code benchmarks.jar} as anybody's build makes one: compiled by JMH's annotation processor,
 * with JMH and what it needs inside, and nothing of this project.
 */
public final class ForeignJar {
  private static final Path PLACE = Path.of("target", "foreign");
  private static final Path SOURCES = Path.of("src", "test", "resources", "foreign");

  private ForeignJar() {}

  /**
   * Builds it, or takes what was built from these sources before, by another JVM of tests, too: it
   * costs seconds.
   */
  public static synchronized Path build() throws IOException {
    Path jar = PLACE.resolve("benchmarks.jar");
    Path classes = Files.createDirectories(PLACE.resolve("classes"));
    try (FileChannel lock = FileChannel.open(
        PLACE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      lock.lock(); // until it is closed
      if (!Files.exists(jar) || isOlderThanItsSources(jar)) {
        compile(classes);
        Path part = shade(PLACE.resolve("benchmarks.part"), classes, true);
        Files.move(part, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return jar.toAbsolutePath();
  }

  /** The benchmarks alone, as the slim jar of such a build holds them. */
  public static Path buildWithoutJmh(Path directory) throws IOException {
    Path classes = Files.createDirectories(directory.resolve("slim-classes"));
    compile(classes);
    return shade(directory.resolve("slim.jar"), classes, false);
  }

  /** A copy in which the list of benchmarks is another. */
  public static Path withList(Path jar, Path copy, String list) throws IOException {
    try (ZipFile from = new ZipFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        ZipOutputStream to = new ZipOutputStream(file)) {
      Set<String> taken = new HashSet<>(Set.of("META-INF/BenchmarkList"));
      add(from, to, taken);
      to.putNextEntry(new ZipEntry("META-INF/BenchmarkList"));
      to.write(list.getBytes(StandardCharsets.UTF_8));
    }
    return copy;
  }

  private static boolean isOlderThanItsSources(Path jar) throws IOException {
    FileTime built = Files.getLastModifiedTime(jar);
    try (Stream<Path> sources = Files.walk(SOURCES)) {
      for (Path source : sources.toList()) {
        if (Files.getLastModifiedTime(source).compareTo(built) > 0) {
          return true;
        }
      }
    }
    return false;
  }

  private static void compile(Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    try (StandardJavaFileManager files =
            compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        Stream<Path> sources = Files.walk(SOURCES)) {
      List<Path> java =
          sources.filter(source -> source.toString().endsWith(".java")).toList();
      String jmh = place(Runner.class).toString();
      String processor =
          String.join(File.pathSeparator, place(BenchmarkProcessor.class).toString(), jmh);
      List<String> options = List.of(
          "--release", "17", "-d", classes.toString(), "-cp", jmh, "-processorpath", processor);
      boolean compiled = compiler
          .getTask(problems, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
          .call();
      if (!compiled) {
        throw new IllegalStateException("the foreign benchmarks do not compile: " + problems);
      }
    }
  }

  private static Path shade(Path jar, Path classes, boolean withJmh) throws IOException {
    Set<String> taken = new HashSet<>();
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file);
        Stream<Path> own = Files.walk(classes)) {
      for (Path each : own.filter(Files::isRegularFile).toList()) {
        String name = classes.relativize(each).toString();
        taken.add(name);
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(each, zip);
      }
      if (withJmh) {
        for (Class<?> part : partsOfJmh()) {
          try (ZipFile library = new ZipFile(place(part).toFile())) {
            add(library, zip, taken);
          }
        }
      }
    }
    return jar;
  }

  private static void add(ZipFile from, ZipOutputStream to, Set<String> taken) throws IOException {
    Enumeration<? extends ZipEntry> entries = from.entries();
    while (entries.hasMoreElements()) {
      ZipEntry entry = entries.nextElement();
      if (!entry.isDirectory() && taken.add(entry.getName())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        try (InputStream content = from.getInputStream(entry)) {
          content.transferTo(to);
        }
      }
    }
  }

  /** A class of JMH, and one of each library that it needs. */
  private static List<Class<?>> partsOfJmh() {
    try {
      return List.of(
          Runner.class,
          Class.forName("joptsimple.OptionParser"),
          Class.forName("org.apache.commons.math3.util.FastMath"));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("JMH needs other libraries than it did", e);
    }
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " is from no jar", e);
    }
  }
}
