package dev.tare.profiling.copies.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.known.VirtualThreads;
import dev.tare.profiling.known.copies.ArrayCopies;
import dev.tare.profiling.known.copies.BoxingCalls;
import dev.tare.profiling.known.copies.BufferCopies;
import dev.tare.profiling.known.copies.CollectionCopies;
import dev.tare.profiling.known.copies.Copied;
import dev.tare.profiling.known.copies.ObjectCopies;
import dev.tare.profiling.known.copies.SharedCopies;
import dev.tare.profiling.known.copies.StringCopies;
import dev.tare.profiling.known.copies.VirtualCopies;
import dev.tare.profiling.testkit.TestJvms;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent in JVMs of their own, on calls whose copies can be counted by hand. */
class CopyAnswersTest {
  private static final List<Class<?>> CASES = List.of(
      ArrayCopies.class,
      StringCopies.class,
      CollectionCopies.class,
      BufferCopies.class,
      ObjectCopies.class,
      BoxingCalls.class,
      SharedCopies.class);

  /** A line a case and kind, on a JDK without virtual threads. */
  private static final int LINES = 88;

  private static final String PACKAGE = "dev.tare.profiling.known.copies";

  private static final String AGENT_ARGUMENT =
      PACKAGE + ",copy=" + PACKAGE + ".ObjectCopies$Point#twin";

  private static final int LAUNCHES = Integer.getInteger("tare.copies.launches", 3);

  static List<Path> homes() {
    return TestJvms.homes();
  }

  @ParameterizedTest
  @MethodSource("homes")
  void everyAnswer_isGivenExactlyInEveryLaunch(Path home) throws Exception {
    List<String> expected = answers(home, 4);
    assertThat(expected).hasSize(cases(home).contains(VirtualCopies.class) ? LINES + 2 : LINES);
    List<Process> processes = new ArrayList<>();
    for (int launch = 0; launch < LAUNCHES; launch++) {
      // Also where nothing is interpreted: a counter is no hint to a compiler to leave calls out.
      processes.add(start(home, launch % 2 == 0 ? "-Xint" : "-Xshare:auto"));
    }
    for (Process process : processes) {
      assertThat(output(process)).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @MethodSource("homes")
  void reference_isAsWideAsTheJvmHasIt(Path home) throws Exception {
    assertThat(output(start(home, "-XX:-UseCompressedOops"))).isEqualTo(answers(home, 8));
  }

  /** Those that there are on such a JVM. */
  private static List<Class<?>> cases(Path home) {
    List<Class<?>> cases = new ArrayList<>(CASES);
    if (TestJvms.feature(home) >= VirtualThreads.SINCE) {
      cases.add(VirtualCopies.class);
    }
    return cases;
  }

  private static List<String> answers(Path home, int referenceBytes) {
    List<String> answers = new ArrayList<>();
    for (Class<?> type : cases(home)) {
      Stream.of(type.getMethods())
          .filter(method -> method.isAnnotationPresent(Copied.class))
          .sorted((a, b) -> a.getName().compareTo(b.getName()))
          .forEach(method -> answers.addAll(answers(method, referenceBytes)));
    }
    return answers;
  }

  private static List<String> answers(Method method, int referenceBytes) {
    Copied copied = method.getAnnotation(Copied.class);
    String name = method.getDeclaringClass().getSimpleName() + '.' + method.getName();
    List<String> lines = new ArrayList<>();
    if (copied.copies() > 0) {
      long bytes = copied.bytes() + copied.references() * referenceBytes;
      lines.add(name + ' ' + copied.kind() + ' ' + copied.copies() + ' ' + bytes);
    }
    if (copied.boxings() > 0) {
      lines.add(name + ' ' + CopyKind.BOXING + ' ' + copied.boxings() + " 0");
    }
    return lines.isEmpty() ? List.of(name) : lines;
  }

  private static Process start(Path home, String flag) throws Exception {
    Path classes = Path.of(
        CopyAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", flag));
    command.add("-javaagent:" + AgentJar.of(classes) + '=' + AGENT_ARGUMENT);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(CasesMain.class.getName());
    cases(home).forEach(type -> command.add(type.getName()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static List<String> output(Process process) throws Exception {
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return text.lines().toList();
  }
}
