package dev.tare.reports.launch;

import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Tells a JMH jar from anything else before a JVM is started on it. */
public final class JmhJar {
  private static final String COMPILER_HINTS = "META-INF/CompilerHints";
  private static final String BENCHMARK_LIST = "META-INF/BenchmarkList";
  private static final Pattern LISTED_CLASS = Pattern.compile("^JMH S \\d+ (\\S+) ");
  private static final String JMH_RUNNER = "org/openjdk/jmh/runner/Runner.class";

  private JmhJar() {}

  /**
   * Checks that {@code jar} holds a benchmark list, JMH itself, and classes in these packages.
   *
   * @throws UserError if it does not exist, is no jar, or holds no benchmarks, or none of a package
   */
  public static void check(Path jar, List<String> packages) {
    if (!Files.isRegularFile(jar)) {
      throw error(jar, "there is no such file: name the jar that JMH's build made with --jar");
    }
    if (jar.toAbsolutePath().toString().contains(File.pathSeparator)) {
      throw error(jar, "a class path can not hold a '" + File.pathSeparator + "': copy the jar");
    }
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      if (zip.getEntry(BENCHMARK_LIST) == null) {
        throw error(
            jar,
            "not a JMH jar, it has no " + BENCHMARK_LIST + ": build it with JMH's annotation"
                + " processor, and keep that resource when you shade");
      }
      if (zip.getEntry(JMH_RUNNER) == null) {
        throw error(jar, "holds benchmarks but not JMH: name the shaded jar, often benchmarks.jar");
      }
      for (String name : packages) {
        String folder = name.replace('.', '/') + '/';
        if (zip.stream().noneMatch(entry -> entry.getName().startsWith(folder))) {
          throw error(jar, "it has no class in the package " + name + ": check --packages");
        }
      }
    } catch (ZipException e) {
      throw error(jar, "not a jar file: " + e.getMessage());
    } catch (IOException e) {
      throw error(jar, "can not be read: " + e.getMessage());
    }
  }

  /**
   * The classes that have benchmarks, by the jar's own list; none of a list in a form of its own.
   *
   * @throws IOException if that is no jar
   */
  public static List<String> classes(Path jar) throws IOException {
    List<String> classes = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry list = zip.getEntry(BENCHMARK_LIST);
      if (list != null) {
        try (InputStream in = zip.getInputStream(list)) {
          new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
            Matcher matcher = LISTED_CLASS.matcher(line);
            if (matcher.find()) {
              classes.add(matcher.group(1));
            }
          });
        }
      }
    }
    return classes;
  }

  /**
   * What JMH asks of the compilers for this jar: it asks only JVMs that it starts itself. Without
   * it, a compiler could see that nobody needs what a benchmark returns.
   */
  public static List<String> compilerHints(Path jar) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:+UnlockExperimentalVMOptions",
        "-XX:CompileCommand=blackhole,org.openjdk.jmh.infra.Blackhole::consumeCompiler"));
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      ZipEntry entry = zip.getEntry(COMPILER_HINTS);
      if (entry != null) {
        Path file = Files.createTempFile("tare-compiler-hints", ".txt");
        file.toFile().deleteOnExit();
        try (InputStream in = zip.getInputStream(entry)) {
          Files.write(file, in.readAllBytes());
        }
        arguments.add("-XX:CompileCommandFile=" + file);
      }
    }
    return arguments;
  }

  /** The error that nothing of so many benchmarks is selected. */
  public static UserError nothingMatches(
      Path jar, List<String> include, List<String> exclude, int benchmarks) {
    if (benchmarks == 0) {
      return error(jar, "its list of benchmarks is empty");
    }
    String selection = include.isEmpty()
        ? "no benchmark is left by --exclude " + String.join(" ", exclude)
        : "no benchmark matches --include " + String.join(" ", include);
    return error(
        jar, selection + "; it has " + benchmarks + ", list them with: java -jar " + jar + " -l");
  }

  private static UserError error(Path jar, String what) {
    return new UserError(ExitCode.ERROR, jar + ": " + what);
  }
}
