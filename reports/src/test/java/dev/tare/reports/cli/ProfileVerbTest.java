package dev.tare.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.testkit.TestJvms;
import dev.tare.reports.FakeMeasurer;
import dev.tare.reports.FullDisk;
import dev.tare.reports.foreign.ForeignJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Profiles of benchmarks of which it is known where their time and memory go. */
class ProfileVerbTest {
  private static final String ROW = "org.acme.ProfiledBenchmark.";
  private static final String RUNNING = System.getProperty("java.home");
  private static final Path SOURCE =
      Path.of("src/test/resources/foreign/org/acme/ProfiledBenchmark.java");

  private static Path jar = Path.of("");

  @TempDir
  private Path directory;

  private CommandLineRun tare;

  static List<Path> homes() {
    return TestJvms.homes();
  }

  @BeforeAll
  static void buildJar() throws IOException {
    jar = ForeignJar.build();
  }

  @BeforeEach
  void open() {
    tare = new CommandLineRun(directory, new FakeMeasurer());
  }

  @Test
  void everyJvm_namesWhatIsHotAllocatesAndWaits() throws Exception {
    String jvms = String.join(" --jvm ", homes().stream().map(Path::toString).toList());
    profile(jvms, "Profiled.*(hot|allocating|locked) --event cpu --event alloc,lock");
    assertThat(tare.err).isEmpty();
    assertThat(tare.exitCode).isZero();
    List<Path> places = homes().size() == 1 ? List.of(out()) : directories(out());
    assertThat(places).hasSameSizeAs(homes());
    for (Path place : places) {
      for (String name : List.of("hot", "allocating", "locked")) {
        Path files = place.resolve(ROW + name);
        assertThat(files.resolve("recording.jfr")).isNotEmptyFile();
        assertThat(RecordingFile.readAllEvents(files.resolve("recording.jfr"))).isNotEmpty();
      }
      assertPages(place.resolve(ROW + "hot"), "cpu", "spin");
      assertPages(place.resolve(ROW + "allocating"), "alloc", "fresh");
      assertPages(place.resolve(ROW + "locked"), "lock", "locked");
      assertThat(place.resolve(ROW + "hot").resolve("lock.html")).doesNotExist();
    }
    for (String section : sections("hot")) {
      assertThat(section)
          .containsPattern("(?m)^  cpu: [\\d,]+ samples in 1 s, by async-profiler \\d")
          .containsPattern("cpu: .*\\n +self +total +method\\n.* org.acme.ProfiledBenchmark.spin\n")
          .contains("lock: nothing in 1 s");
    }
    for (String section : sections("allocating")) {
      assertThat(section)
          .containsPattern("alloc: .*\\n.*\\n.* org.acme.ProfiledBenchmark.fresh\n")
          .containsPattern("\\n +share +class +line\\n +\\d+.\\d % +long\\[] +" + ROW + "fresh:"
              + line("// at fresh") + "\n");
    }
    for (String section : sections("locked")) {
      assertThat(section)
          .containsPattern("lock: .* s waited in 1 s.*\\n.*\\n.* org.acme.ProfiledBenchmark.locked")
          .containsPattern("% +java.lang.Object +" + ROW + "locked:\\d+\n");
    }
  }

  /** The parts of the output about one benchmark, one a JVM. */
  private List<String> sections(String benchmark) {
    List<String> sections = Stream.of(tare.out.split("(?m)^(?=org)"))
        .filter(text -> text.startsWith(ROW + benchmark + "\n"))
        .toList();
    assertThat(sections).as(tare.out).hasSameSizeAs(homes());
    return sections;
  }

  @Test
  void pair_hasItsDifferencesBothWays() throws Exception {
    profile(RUNNING, "Profiled.*pair --event alloc,cpu --diff");
    assertThat(tare.err).isEmpty();
    assertThat(tare.exitCode).isZero();
    Path diff = out().resolve(ROW + "pair-diff");
    assertThat(diff.resolve("alloc-lean-to-copying.html"))
        .content()
        .contains("lean → copying", "copied");
    assertThat(diff.resolve("cpu-copying-to-lean.html"))
        .content()
        .contains("copying → lean", "spin");
    assertThat(tare.out)
        .contains("  cpu, copying → lean\n")
        .containsPattern("% +\\+\\d+\\.\\d % +org.acme.ProfiledBenchmark.spin\n");

    Path copying = out().resolve(ROW + "pair-variant=COPYING");
    Path lean = out().resolve(ROW + "pair-variant=LEAN");
    tare.of(
        "profile --diff --event cpu --out " + directory.resolve("given"),
        copying.resolve("cpu.collapsed").toString(),
        lean.resolve("recording.jfr").toString());
    assertThat(tare.err).isEmpty();
    assertThat(tare.out).containsPattern("\\+\\d+\\.\\d % +org.acme.ProfiledBenchmark.spin\n");
    assertThat(directory.resolve("given/cpu-diff.html")).content().contains("spin");
    assertThat(directory.resolve("given/cpu-diff-reverse.html")).exists();
  }

  @ParameterizedTest
  @MethodSource("homes")
  void withoutTheNativeLibrary_flightRecorderRecords(Path home) throws Exception {
    String missing = " --jvm-arg=-Done.profiler.libraryPath=/nowhere";
    profile(home.toString(), "Profiled.*hot --event cpu,lock" + missing);
    assertThat(tare.err).isEmpty();
    assertThat(tare.exitCode).isZero();
    assertThat(tare.out)
        .containsPattern("cpu: .* by jfr, since async-profiler does not load: .*/nowhere")
        .containsPattern("cpu: .*\\n.*\\n.* org.acme.ProfiledBenchmark.spin\n");
    assertPages(out().resolve(ROW + "hot"), "cpu", "spin");
    profile(home.toString(), "Profiled.*hot --event cpu,wall" + missing);
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err)
        .contains("failed: " + ROW + "hot: ")
        .contains("Flight Recorder records no wall, use cpu, alloc or lock")
        .contains("does not load");
  }

  @Test
  void benchmarkThatThrowsOrEndsItsJvm_isAnErrorAndLeavesNothing() throws IOException {
    profile(RUNNING, "Trouble.*(connecting|halting) --event cpu");
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err.lines())
        .anyMatch(line -> line.startsWith("failed: org.acme.TroubleBenchmark.connecting: ")
            && line.contains("cannot connect to sqlite"))
        .anyMatch(line -> line.startsWith("failed: org.acme.TroubleBenchmark.halting: ")
            && line.contains("exit code 3"));
    assertThat(tare.out).isEmpty();
    assertThat(out()).doesNotExist();
  }

  @Test
  void fullDisk_leavesNothing() {
    tare.writer = FullDisk.after(1);
    profile(RUNNING, "Profiled.*hot --event cpu");
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("cannot write the profile to ").contains("--out");
    assertThat(out().resolve(ROW + "hot")).isEmptyDirectory();
  }

  @Test
  void commandLineThatMakesNoSense_isUsage() {
    assertUsage("profile", "say what to record");
    assertUsage("profile x --event cpu,heat", "'heat' is no event; known: cpu, wall, alloc");
    assertUsage("profile x --seconds 0", "--seconds 0: give at least 1");
    assertUsage("profile x --warmup -1", "--warmup -1: give at least 1");
    assertUsage("profile x --heap --event cpu", "--heap records the heap alone");
    assertUsage("profile --load drain x", "--load records the project's own load");
    assertUsage("profile --load flood", "--load flood: use drain or enqueue");
    assertUsage("profile x --db sqlite --db embedded", "give --db once");
    assertUsage("profile --diff a.jfr", "--diff takes two files, not 1");
    assertUsage("profile (", "is no regular expression");
  }

  @Test
  void whatIsNotThere_isAnError() throws IOException {
    profile(RUNNING, "Nowhere");
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("no benchmark matches --include Nowhere");
    profile("/nowhere", "hot");
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("/nowhere: not a JVM");
    profile(RUNNING, "Profiled.*hot --event cpu --diff");
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("no two of the rows recorded are a pair");
    Path text = Files.writeString(directory.resolve("a.collapsed"), "no stacks");
    tare.of("profile --diff --out " + out(), text.toString(), "gone.jfr");
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("a.collapsed: neither a recording nor collapsed stacks");
    assertThat(out().resolve("cpu-diff.html")).doesNotExist();
  }

  private void assertUsage(String command, String message) {
    tare.of(command);
    assertThat(tare.exitCode).as(command).isEqualTo(2);
    assertThat(tare.err).contains(message);
  }

  private void profile(String jvms, String arguments) {
    tare.of("profile --jar " + jar + " --jvm " + jvms + " --seconds 1 --warmup 1 --out " + out()
        + ' ' + arguments);
  }

  private Path out() {
    return directory.resolve("profile");
  }

  private static void assertPages(Path files, String event, String site) throws IOException {
    assertThat(files.resolve(event + ".collapsed")).content().contains(site);
    for (String page : List.of(event + ".html", event + "-heatmap.html")) {
      assertThat(files.resolve(page))
          .content()
          .contains("</html>")
          .doesNotContain("<script src", "<link", "@import");
    }
    assertThat(files.resolve(event + ".html")).content().contains(site);
    try (Stream<Path> all = Files.list(files)) {
      assertThat(all).noneMatch(file -> file.toString().endsWith(".tmp"));
    }
  }

  private static List<Path> directories(Path parent) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      return all.toList();
    }
  }

  private static int line(String end) throws IOException {
    List<String> lines = Files.readAllLines(SOURCE);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith(end)) {
        return i + 1;
      }
    }
    throw new IllegalStateException("no line ends in " + end);
  }
}
