package dev.tare.profiling.junit;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.copies.agent.AgentJar;
import dev.tare.profiling.copies.agent.CopyAgent;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Test classes with budgets, run in a JVM of its own by the JUnit and with the flags given. */
final class BudgetRun {
  private static final int LIMIT_SECONDS = 120;
  private static final Path JUNIT5 = Path.of("target", "junit5");
  private static final List<String> OWN_CLASS_PATH =
      Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));

  private BudgetRun() {}

  /** The class path of this test, without what matches. */
  static String junit6(Predicate<String> without) {
    return OWN_CLASS_PATH.stream().filter(without.negate()).collect(joining(File.pathSeparator));
  }

  /** The same with another JUnit. */
  static String junit5() throws IOException {
    try (Stream<Path> jars = Files.list(JUNIT5)) {
      String five = jars.map(Path::toString).collect(joining(File.pathSeparator));
      return five + File.pathSeparator + junit6(entry -> entry.contains("junit-"));
    }
  }

  /** The flag that counts copies in these packages. */
  static String agent(String packages) throws Exception {
    Path classes = Path.of(
        CopyAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return "-javaagent:" + AgentJar.of(classes) + '=' + packages;
  }

  static Process start(Path home, List<String> flags, String classPath, Class<?>... classes)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.addAll(flags);
    command.addAll(List.of("-Dfile.encoding=UTF-8", "-cp", classPath));
    command.add(BudgetsMain.class.getName());
    Stream.of(classes).map(Class::getName).forEach(command::add);
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  static List<String> output(Process process) throws Exception {
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    return text.lines().toList();
  }
}
