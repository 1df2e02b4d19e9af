package dev.tare.reports.cli;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.reports.ExitCode;
import dev.tare.reports.FakeMeasurer;
import dev.tare.reports.FullDisk;
import dev.tare.reports.UserError;
import dev.tare.reports.launch.ChildJvmMeasurer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a user can get wrong: one line that says what, where, and what to do. */
class BadInputTest {
  @TempDir
  Path directory;

  private final FakeMeasurer measurer = new FakeMeasurer().gives(bytes(row("x.A.a"), 8));
  private CommandLineRun tare;

  @BeforeEach
  void open() {
    tare = new CommandLineRun(directory, measurer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rnu      | unknown verb 'rnu'; known: run, gate, compare, baseline, copies,",
        "gat                 | unknown verb 'gat', did you mean 'gate'; see 'tare --help'",
        "--frobnicate        | unknown option '--frobnicate'; see 'tare --help'",
        "run --inclde x      | unknown option '--inclde', did you mean '--include'; see",
        "run everything      | unexpected argument 'everything'; see 'tare run --help'",
        "baseline            | a verb is missing; see 'tare baseline --help'",
        "baseline lst        | unknown verb 'lst', did you mean 'list'; see",
        "baseline delete     | missing required parameter: 'KEY'; see",
        "gate --jar          | missing required parameter for option '--jar' (JAR); see",
        "run --include [     | '[' is no regular expression: Unclosed character class; see",
        "gate --exclude (a   | '(a' is no regular expression: Unclosed group; see",
        "run --time --time-forks 0 | time with an error takes three iterations of a millisecond",
        "run --time-forks 5  | how to take time is said, and not to take it: add --time",
        "gate --time         | unknown option '--time'",
        "run --modes written,x | 'x' is no mode; known: written, steady; see",
        "run --metrics bites | 'bites' is no metric to measure; known: bytes, objects, co",
        "gate --metrics time | 'time' is no metric to measure; known: bytes,",
        "run --metrics bytes,,copies | '' is no metric to measure; known: bytes,",
        "gate --metrics      | missing required parameter for option '--metrics' (METRIC",
        "run --packages com/acme | 'com/acme' is no package; give its bare name, such as com.acme:",
        "run --packages com.acme.* | 'com.acme.*' is no package; give its bare name,",
        "copies --packages com.acme,,x | '' is no package; give its bare name,",
        "run --copy-method duplicate | 'duplicate' names no method; give class and method, as",
        "copies --copy-method a.B# | 'a.B#' names no method; give class and method,",
        "copies --metrics copies | --metrics is not for copies, which counts copies, copiedB",
        "copies --run --modes steady | copies are counted as written: leave --modes out",
        "copies --include x  | --include says how to run benchmarks: add --run, or leave it out",
        "copies --db sqlite  | --db says how to run benchmarks: add --run, or leave it out",
        "copies --run --classpath x | --classpath can not be run: name JMH jars by --jar",
        "copies --run --area x | --area 'x' is not of the form name=package,package",
        "run --format xml    | 'xml' is no format; known: text, markdown, json, junit,",
        "run --row-limit 0   | --row-limit 0 leaves no time; give at least 1 second",
        "run --row-limit x   | 'x' is not an int; see",
        "run --param size    | --param 'size' is not of the form name=value,value",
        "run --param =1      | --param '=1' is not of the form name=value,value",
        "run --param size=   | --param 'size=' is not of the form name=value,value",
        "run --db oracle     | 'oracle' is no database; known: sqlite, testcontainers, embedded,",
        "run --db jdbc:oracle:thin:u/pw@h | 'jdbc:oracle:…' is no database; known:"
      })
  void commandLineThatMakesNoSense_isToldInOneLine(String commandLine, String problem) {
    tare.of(commandLine);
    assertFailed(ExitCode.USAGE, problem);
    assertThat(measurer.requests).isEmpty();
  }

  @Test
  void noVerb_isUsage() {
    tare.of("--quiet");
    assertFailed(ExitCode.USAGE, "unknown option '--quiet'");
  }

  @Test
  void help_isNoError() {
    assertThat(tare.of("run --help").exitCode).isZero();
    assertThat(tare.out).contains("--include", "Exit codes:", "3   regression");
    assertThat(tare.of("--version").out).startsWith("tare ");
  }

  @Test
  void jarThatIsNone_isNamed() throws IOException {
    Path text = Files.writeString(directory.resolve("text.jar"), "no jar");
    Path plain = jar("plain.jar", "a.txt");
    tare = new CommandLineRun(directory, new ChildJvmMeasurer());
    tare.of("run --jar", text.toString());
    assertFailed(ExitCode.ERROR, text + ": not a jar file");
    tare.of("run --jar", plain.toString());
    assertFailed(ExitCode.ERROR, plain + ": not a JMH jar");
    tare.of("run --jar nowhere.jar");
    assertFailed(ExitCode.ERROR, "nowhere.jar: there is no such file");
  }

  @Test
  void jvmThatIsNone_isNamed() throws IOException {
    Path jar = jar("jmh.jar", "META-INF/BenchmarkList", "org/openjdk/jmh/runner/Runner.class");
    tare = new CommandLineRun(directory, new ChildJvmMeasurer());
    tare.of("run --jar", jar.toString(), "--jvm", directory.toString());
    assertFailed(ExitCode.ERROR, directory + ": not a JVM");
  }

  @Test
  void messageOfTheMeasurer_comesThroughOnOneLine() {
    measurer.error =
        new UserError(ExitCode.ERROR, "own.jar: no benchmark matches\n --include Nothing");
    tare.of("run --include Nothing");
    assertFailed(ExitCode.ERROR, "own.jar: no benchmark matches --include Nothing");
    assertThat(tare.of("run --stacktrace").err).contains("\tat dev.tare");
  }

  @Test
  void internalError_asksForAReport() {
    tare = new CommandLineRun(directory, (request, progress) -> {
      throw new IllegalStateException("surprise");
    });
    tare.of("run");
    assertFailed(ExitCode.ERROR, "internal error: java.lang.IllegalStateException: surprise");
  }

  @Test
  void baselineThatCannotBeRead_isToldBeforeAnythingIsMeasured() throws IOException {
    Path file = tare.baselines().resolve("jdk17/x.A.a.baseline");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "tare-baseline 1 x.A.a\n- written bytes many\n");
    for (String verb : new String[] {"run", "gate", "baseline update", "baseline list"}) {
      tare.of(verb);
      assertFailed(ExitCode.ERROR, file + ":2: 'many' is no figure; mend the line");
    }
    Files.writeString(file, "tare-baseline 7 x.A.a\n");
    tare.of("gate");
    assertFailed(ExitCode.ERROR, file + ":1: has schema 7, and this tare reads up to 2");
    assertThat(measurer.requests).isEmpty();
  }

  @Test
  void unknownKey_isToldWithTheKnownOnes() {
    tare.of("baseline delete jdk11");
    assertFailed(ExitCode.ERROR, "no baseline 'jdk11' under " + tare.baselines());
    tare.of("baseline update");
    tare.of("baseline delete ../jdk17");
    assertFailed(ExitCode.ERROR, "no baseline '../jdk17'", "there are jdk17");
    assertThat(tare.of("baseline list").out).contains("jdk17");
  }

  @Test
  void fullDisk_leavesBaselineAndReportAsTheyWere() throws IOException {
    tare.of("baseline update");
    tare.of("run");
    Path page = directory.resolve("out/report.html");
    String before = Files.readString(page);
    measurer.gives(bytes(row("x.A.a"), 4), bytes(row("x.B.b"), 5));
    tare.writer = FullDisk.after(1);
    tare.of("baseline update");
    assertFailed(
        ExitCode.ERROR, "cannot write the baseline", "No space left on device", "as it was");
    assertThat(tare.of("baseline show").out).containsPattern("x.A.a +written bytes +8\n");
    tare.writer = FullDisk.after(1);
    tare.of("run");
    assertFailed(ExitCode.ERROR, "cannot write the report", "No space left on device", "--out");
    assertThat(page).hasContent(before);
  }

  @Test
  void outThatIsAFile_isToldBeforeAnythingIsMeasured() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");
    tare.of("run --out", file.toString());
    assertFailed(ExitCode.ERROR, "cannot write to " + file + ": not a directory", "--out");
    assertThat(measurer.requests).isEmpty();
  }

  private void assertFailed(ExitCode exitCode, String... parts) {
    assertThat(tare.exitCode).as(tare.err).isEqualTo(exitCode.code());
    assertThat(tare.err).startsWith("tare: ").contains(parts);
    assertThat(tare.err.lines()).hasSize(1);
    assertThat(tare.err).doesNotContain("u/pw");
  }

  private Path jar(String name, String... entries) throws IOException {
    Path jar = directory.resolve(name);
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
      }
    }
    return jar;
  }
}
