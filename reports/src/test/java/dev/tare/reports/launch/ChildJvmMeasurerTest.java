package dev.tare.reports.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.wire.Counting;
import dev.tare.reports.ExitCode;
import dev.tare.reports.UserError;
import dev.tare.reports.foreign.ForeignJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be wrong with a jar or a JVM, and who is left when the command dies. */
class ChildJvmMeasurerTest {
  private static final Path JVM = Path.of(System.getProperty("java.home"));
  private static final int DEADLINE_SECONDS = 30;

  private static Path jar = Path.of("");

  @TempDir
  private Path directory;

  @BeforeAll
  static void buildJar() throws IOException {
    jar = ForeignJar.build();
  }

  @Test
  void rows_areAnnouncedInOrder() {
    List<String> started = new ArrayList<>();
    MeasureResult result = new ChildJvmMeasurer()
        .measure(
            request(jar, JVM, "Plain.*(array|nothing)"),
            (id, index, count) -> started.add(index + "/" + count + " " + id));
    assertThat(started)
        .containsExactly(
            "1/3 org.acme.PlainBenchmark.array[length=10]",
            "2/3 org.acme.PlainBenchmark.array[length=2]",
            "3/3 org.acme.PlainBenchmark.nothing");
    assertThat(result.rows()).extracting(BenchmarkId::benchmark).hasSize(3);
    assertThat(result.environment().jdk()).isEqualTo(Runtime.version().feature());
  }

  @Test
  void jvmsSideBySide_giveWhatOneGives() throws IOException {
    MeasureRequest all = request(jar, JVM, "Plain.*(array|nothing)");
    List<String> started = new ArrayList<>();
    MeasureResult two = new ChildJvmMeasurer()
        .sideBySide(2)
        .measure(all, (id, index, count) -> started.add(index + "/" + count));
    assertThat(two).isEqualTo(new ChildJvmMeasurer().measure(all, (id, index, count) -> {}));
    assertThat(started).containsExactly("1/3", "2/3", "3/3");
    assertThat(directory.resolve("jvm.log")).exists();
    assertThatThrownBy(() -> new ChildJvmMeasurer()
            .sideBySide(2)
            .measure(request(jar, JVM, "no such name"), (id, index, count) -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no benchmark matches");
  }

  @Test
  void jarWithoutJmh_isToldBeforeAJvmIsStarted() throws IOException {
    Path slim = ForeignJar.buildWithoutJmh(directory);
    assertRefused(
        request(slim, Path.of("no-jvm"), ""),
        slim + ": holds benchmarks but not JMH: name the shaded jar, often benchmarks.jar");
  }

  @Test
  void jarWhosePathNoClassPathCanHold_isTold() throws IOException {
    Path copy = Files.copy(jar, directory.resolve("a:b.jar"));
    assertRefused(request(copy, JVM, ""), copy + ": a class path can not hold a ':'");
  }

  @Test
  void listOfBenchmarksThatIsNone_isTold() throws IOException {
    Path empty = ForeignJar.withList(jar, directory.resolve("empty.jar"), "");
    assertRefused(request(empty, JVM, ""), empty + ": its list of benchmarks is empty");
    Path wrong = ForeignJar.withList(jar, directory.resolve("wrong.jar"), "JMH S 3 a b\n");
    assertRefused(
        request(wrong, JVM, ""), wrong + " can not be measured on " + JVM + ": java.lang.");
  }

  @Test
  void homeWithoutAJvm_isTold() throws IOException {
    assertRefused(request(jar, directory, ""), directory + ": not a JVM, it has no bin/java");
    Path file = Files.writeString(directory.resolve("file"), "");
    assertRefused(request(jar, file, ""), file + ": not a JVM, it has no bin/java");
    Path binary = JVM.resolve("bin/java");
    assertRefused(request(jar, binary, ""), binary + ": not a JVM, it has no bin/java");
    Files.createDirectories(directory.resolve("bin/java"));
    assertRefused(request(jar, directory, ""), directory + ": not a JVM, it has no bin/java");
  }

  @Test
  void programThatIsNoJvm_isToldWithWhatItSaid() throws IOException {
    assertRefused(
        request(jar, home("#!/bin/false\n"), ""),
        directory + ": the JVM did not start measuring: check --jvm and --jvm-arg");
    assertRefused(
        request(jar, home("#!/bin/sh\necho no display\necho >&2 and no memory\nexit 3\n"), ""),
        directory + ": the JVM did not start measuring, it said: no display / and no memory:"
            + " check --jvm and --jvm-arg");
    assertRefused(request(jar, home("#!/nowhere/sh\n"), ""), "no measuring JVM can be started: ");
  }

  @Test
  void argumentThatTheJvmDoesNotKnow_isToldInItsWords() {
    MeasureRequest usual = request(jar, JVM, "");
    MeasureRequest wrong = new MeasureRequest(
        jar,
        JVM,
        usual.include(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of("-XX:+Fast"),
        usual.rowLimit(),
        usual.log());
    assertRefused(
        wrong,
        JVM + ": the JVM did not start measuring, it said: ",
        "Unrecognized VM option 'Fast'",
        ": check --jvm and --jvm-arg");
  }

  @Test
  void argumentThatWouldCompile_isOverruled() {
    MeasureRequest usual = request(jar, JVM, "Plain.*nothing");
    MeasureRequest mixed = new MeasureRequest(
        jar,
        JVM,
        usual.include(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of("-Xcomp", "-XshowSettings:vm", "-XX:+PrintFlagsFinal"),
        usual.rowLimit(),
        usual.log());
    assertThat(measure(mixed).failures()).isEmpty();
    assertThat(usual.log().orElseThrow()).content().containsPattern("bool UseCompiler +:?= false");
  }

  @Test
  void copies_areCountedBesideBytesInTheBenchmarksOwnPackages() {
    MeasureRequest bytes = request(jar, JVM, "Plain.*(threads|nothing)");
    MeasureResult result = measure(new MeasureRequest(
        jar,
        JVM,
        bytes.include(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        bytes.rowLimit(),
        bytes.log(),
        new Counting(Set.of(Metric.BYTES, Metric.COPIES, Metric.BOXINGS), List.of(), List.of())));
    assertThat(result.failures()).isEmpty();
    assertThat(result.measurements())
        .extracting(figure -> figure.id().benchmark()
            + ' '
            + figure.metric().label()
            + ' '
            + figure.value()
            + ' '
            + figure.isExact())
        .containsExactly(
            "org.acme.PlainBenchmark.nothing bytes 0.0 true",
            "org.acme.PlainBenchmark.nothing copies 0.0 true",
            "org.acme.PlainBenchmark.nothing boxings 0.0 true",
            "org.acme.PlainBenchmark.threads bytes 16.0 true",
            "org.acme.PlainBenchmark.threads copies 0.0 true",
            "org.acme.PlainBenchmark.threads boxings 1.0 true");
  }

  @Test
  void classThatTheAgentCanNotRewrite_failsTheRowsThatRunItAlone() {
    MeasureRequest bytes = request(jar, JVM, "Stranger");
    MeasureResult result = measure(new MeasureRequest(
        jar,
        JVM,
        bytes.include(),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        bytes.rowLimit(),
        bytes.log(),
        new Counting(Set.of(Metric.COPIES), List.of(), List.of())));
    assertThat(result.rows()).hasSize(3);
    assertThat(result.failures())
        .extracting(failure -> failure.id().benchmark() + ": " + failure.message())
        .containsExactly("org.acme.StrangerBenchmark.hidden: org.acme.StrangerBenchmark$Stranger:"
            + " its copies are not counted: java.lang.IllegalStateException: its class loader does"
            + " not see the counters; choose --packages without it, or count --metrics bytes"
            + " alone");
    assertThat(result.measurements())
        .extracting(figure -> figure.id().benchmark() + ' ' + figure.value())
        .containsExactly(
            "org.acme.StrangerBenchmark.aFirst 1.0", "org.acme.StrangerBenchmark.later 1.0");
  }

  @Test
  void measuringJvm_endsWithItsCommand() throws Exception {
    Path out = directory.resolve("out");
    Process command = new ProcessBuilder(
            JVM.resolve("bin/java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "dev.tare.reports.cli.Tare",
            "run",
            "--jar",
            jar.toString(),
            "--include",
            "endless",
            "--row-limit",
            "600",
            "--out",
            out.toString())
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("command.log").toFile())
        .start();
    try {
      awaitText(out.resolve("jvm-1.log"), "trouble begins", command);
      List<ProcessHandle> children = command.descendants().toList();
      assertThat(children).hasSize(1);
      command.destroyForcibly();
      children.get(0).onExit().get(DEADLINE_SECONDS, TimeUnit.SECONDS);
    } finally {
      command.descendants().forEach(ProcessHandle::destroyForcibly);
      command.destroyForcibly();
    }
  }

  private static void awaitText(Path log, String text, Process writer) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
    while (!Files.exists(log) || !Files.readString(log).contains(text)) {
      assertThat(System.nanoTime()).as("%s has no '%s'", log, text).isLessThan(deadline);
      assertThat(writer.waitFor(20, TimeUnit.MILLISECONDS))
          .as("the command ended")
          .isFalse();
    }
  }

  private void assertRefused(MeasureRequest request, String... parts) {
    assertThatThrownBy(() -> measure(request))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.ERROR))
        .hasMessageContainingAll(parts)
        .message()
        .startsWith(parts[0])
        .hasLineCount(1);
  }

  private static MeasureResult measure(MeasureRequest request) {
    return new ChildJvmMeasurer().measure(request, (id, index, count) -> {});
  }

  /** A home whose {@code bin/java} is this program. */
  private Path home(String program) throws IOException {
    Path java = directory.resolve("bin/java");
    Files.createDirectories(directory.resolve("bin"));
    Files.writeString(java, program);
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return directory;
  }

  private MeasureRequest request(Path ofJar, Path home, String include) {
    return new MeasureRequest(
        ofJar,
        home,
        List.of(include),
        List.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Duration.ofSeconds(DEADLINE_SECONDS),
        Optional.of(directory.resolve("jvm.log")));
  }
}
