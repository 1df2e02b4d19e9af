package dev.tare.reports.cli;

import static dev.tare.reports.foreign.ForeignFigures.exactLines;
import static dev.tare.reports.foreign.ForeignFigures.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.testkit.TestJvms;
import dev.tare.reports.ExitCode;
import dev.tare.reports.foreign.ForeignFigures;
import dev.tare.reports.foreign.ForeignJar;
import dev.tare.reports.launch.ChildJvmMeasurer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole command on a jar that knows nothing of it, in real measuring JVMs. */
class ForeignJarTest {
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
    tare = new CommandLineRun(directory, new ChildJvmMeasurer());
  }

  @ParameterizedTest
  @MethodSource("homes")
  void figuresOfAForeignJar_areExact(Path home) throws IOException {
    run(home, "--include Plain");
    assertThat(tare.exitCode).as(tare.err).isEqualTo(ExitCode.OK.code());
    assertThat(exactLines(tare.out)).isEqualTo(ForeignFigures.plain());
    assertThat(tare.out)
        .containsOnlyOnce("\"low\"") // the one that draws random lengths
        .containsPattern("PlainBenchmark.random.*\"low\": \\d+.*\"high\": \\d+");
    assertThat(directory.resolve("out/records.json")).hasContent(tare.out);
  }

  @ParameterizedTest
  @MethodSource("homes")
  void sitesOfAForeignJar_addUpToItsFigures(Path home) {
    for (String recorder : List.of("async-profiler", "jfr")) {
      tare.of("sites --include Plain.*(array|nothing|threads) --jar " + jar + " --jvm " + home
          + " --sites-by " + recorder);
      assertThat(tare.exitCode).as(tare.err).isEqualTo(ExitCode.OK.code());
      assertThat(tare.out.replaceAll(":\\d+\n", ":LINE\n").lines().skip(1))
          .containsExactly(
              "",
              "org.acme.PlainBenchmark.array[length=10]: 56 B/op, 1 objects/op",
              "    share  bytes  objects  class  location",
              "  100.0 %     56        1  int[]  org.acme.PlainBenchmark.array:LINE",
              "",
              "org.acme.PlainBenchmark.array[length=2]: 24 B/op, 1 objects/op",
              "    share  bytes  objects  class  location",
              "  100.0 %     24        1  int[]  org.acme.PlainBenchmark.array:LINE",
              "",
              "org.acme.PlainBenchmark.nothing: 0 B/op, 0 objects/op",
              "",
              "org.acme.PlainBenchmark.threads: 16 B/op, 1 objects/op",
              "    share  bytes  objects  class              location",
              "  100.0 %     16        1  java.lang.Integer  org.acme.PlainBenchmark.threads:LINE");
    }
  }

  @Test
  void objects_areCountedBesideBytesInAJvmOfTheirOwn() {
    run("--include Plain.*(nothing|threads) --metrics bytes,objects");
    assertThat(tare.exitCode).as(tare.err).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out)
        .contains("\"metric\": \"objects\", \"value\": 0, \"unit\": \"objects/op\" },")
        .containsPattern("\"metric\": \"objects\", \"value\": 1, \"unit\": \"objects/op\","
            + " \"sites\": \\[ \\{ \"class\": \"java.lang.Integer\","
            + " \"location\": \"org.acme.PlainBenchmark.threads:\\d+\", \"value\": 1 \\} \\] \\}");
    assertThat(exactLines(tare.out))
        .contains(line("PlainBenchmark.nothing", "", 0), line("PlainBenchmark.threads", "", 16));
  }

  @ParameterizedTest
  @MethodSource("homes")
  void compiledFigures_haveNoObjectThatStaysInItsMethod(Path home) {
    run(home, "--include Compiled.*(escaping|staying) --modes written,steady");
    assertThat(tare.exitCode).as(tare.err).isEqualTo(ExitCode.OK.code());
    assertThat(exactLines(tare.out))
        .containsExactly(
            line("CompiledBenchmark.escaping", "", 24),
            line("CompiledBenchmark.escaping", "", 24).replace("written", "steady"),
            line("CompiledBenchmark.staying", "", 24),
            line("CompiledBenchmark.staying", "", 0).replace("written", "steady"));
  }

  @ParameterizedTest
  @MethodSource("homes")
  void time_isTakenByJmhsOwnJvmsAndNeverJudged(Path home) {
    run(
        home,
        "--include Copy.*text --metrics bytes --time --time-forks 1 --time-warmups 1"
            + " --time-iterations 3 --time-millis 20");
    assertThat(tare.exitCode).as(tare.err).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out.lines().filter(line -> line.contains("\"unit\": \"ns/op\"")))
        .hasSize(2)
        .allSatisfy(line -> assertThat(line)
            .contains("CopyBenchmark.text", "\"mode\": \"timed\", \"metric\": \"time\"")
            .containsPattern("\"value\": [0-9.]+, \"low\": [0-9.]+, \"high\": [0-9.]+"));
    assertThat(tare.out)
        .containsPattern("\"metric\": \"time\", \"copying\": .*\"reductionLow\":")
        .contains("\"verdicts\": [ ]");
  }

  /** The properties of an order reach JMH's JVMs, and are on no command line. */
  @Test
  void timeOfARowThatFails_isAnErrorOfThatRow() {
    run("--include connecting --time --time-forks 1 --time-warmups 0 --time-iterations 3"
        + " --metrics bytes");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.out)
        .contains(
            "\"mode\": \"timed\", \"message\": \"java.lang.IllegalStateException: cannot connect"
                + " to sqlite\"");
  }

  @Test
  void compiledRowWithoutOneFigure_isToldAndNoError() {
    run("--include growing --modes steady");
    assertThat(tare.exitCode).as(tare.err).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out)
        .contains("\"status\": \"unstable\", \"message\": \"between ")
        .doesNotContain("\"unit\"");
  }

  @Test
  void rowThatTakesItsJvmAlong_isNamedAndTheRestGoesOn() throws IOException {
    run("--exclude Plain --exclude Copy --exclude Compiled --exclude Stranger"
        + " --exclude Planted --exclude Profiled --exclude endless"
        + " --jvm-arg=-XX:ErrorFile="
        + directory.resolve("crash.log"));
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(exactLines(tare.out))
        .containsExactly(
            line("LoudBenchmark.closing", "", 32),
            line("LoudBenchmark.printing", "", 24),
            line("TroubleBenchmark.zLast", "", 16));
    assertThat(failures())
        .containsExactly(
            "connecting: java.lang.IllegalStateException: cannot connect to sqlite",
            "crashing: the measuring JVM ended with exit code 1, it crashed: SIGSEGV (0xb)",
            "exiting: the measuring JVM ended with exit code 0, its last line: trouble begins",
            "halting: the measuring JVM ended with exit code 3, its last line: trouble begins",
            "killed: the measuring JVM ended with exit code 137, its last line: trouble begins");
    // What benchmarks print goes to the log, whatever it looks like.
    assertThat(tare.out + tare.err).doesNotContain("Forged");
    assertThat(directory.resolve("out/jvm-1.log"))
        .content(StandardCharsets.ISO_8859_1)
        .contains("org.acme.Forged");
  }

  @Test
  void rowThatDoesNotEnd_isGivenUpByNameAndTheRestGoesOn() {
    run("--include endless --include zLast --row-limit 4");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(failures())
        .containsExactly("endless: did not end within 4 s of single-shot batches: it, or its"
            + " set-up, is slow when interpreted, or it waits for what never comes: exclude it, or"
            + " raise --row-limit");
    assertThat(exactLines(tare.out)).containsExactly(line("TroubleBenchmark.zLast", "", 16));
  }

  @Test
  void credentialsOfADatabase_areInNoOutputAndNoFile() throws IOException {
    Path crash = directory.resolve("out/crash.log");
    run(
        "--include connecting --include crashing --include closing --db",
        "jdbc:postgresql://bob:s3cret@db.example/x?password=hunt%21er2&ssl=true",
        "--jvm-arg=-XX:ErrorFile=" + crash);
    assertThat(failures())
        .contains("connecting: java.lang.IllegalStateException: cannot connect to"
            + " jdbc:postgresql://***@db.example/x?password=***&ssl=true");
    assertThat(Files.readString(directory.resolve("out/jvm-1.log"), StandardCharsets.ISO_8859_1))
        .contains("database jdbc:postgresql://***@db.example");
    assertThat(crash).content(StandardCharsets.ISO_8859_1).contains("WrittenMain");
    StringBuilder everything = new StringBuilder(tare.out + tare.err);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        everything.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    assertThat(everything).doesNotContain("s3cret", "hunt%21er2", "hunt!er2");
  }

  @Test
  void nothingThatMatches_isToldWithWhereToLook() {
    run("--include Nowhere");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err)
        .isEqualTo("tare: " + jar + ": no benchmark matches --include Nowhere; it has 28,"
            + " list them with: java -jar " + jar + " -l\n");
    run("--exclude .");
    assertThat(tare.err).startsWith("tare: " + jar + ": no benchmark is left by --exclude .;");
  }

  private void run(String options, String... more) {
    run(Path.of(System.getProperty("java.home")), options, more);
  }

  private void run(Path home, String options, String... more) {
    String all = "run --format json --jar " + jar + " --jvm " + home
        + " --jvm-arg -XX:-CreateCoredumpOnCrash " + options;
    tare.of(all, more);
  }

  private List<String> failures() {
    return tare.out
        .lines()
        .filter(line -> line.contains("\"message\""))
        .map(line ->
            line.replaceAll(".*TroubleBenchmark\\.([a-z]+)\".*\"message\": \"(.*)\" }.*", "$1: $2"))
        .toList();
  }
}
