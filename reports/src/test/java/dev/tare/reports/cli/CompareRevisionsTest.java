package dev.tare.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.reports.ExitCode;
import dev.tare.reports.foreign.ForeignJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two revisions of a repository, each built there, by the command as a process. */
class CompareRevisionsTest {
  private static final long LIMIT_SECONDS = 120;
  private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
  private static final Path SOURCE =
      Path.of("src/test/resources/foreign/org/planted").resolve("PlantedBenchmark.java");

  /** The class is compiled anew, into a copy of the jar that has what JMH made for it. */
  private static final String BUILD = """
      set -e
      mkdir -p target/classes
      JDK/bin/javac -proc:none -g -cp FOREIGN -d target/classes PlantedBenchmark.java
      cp FOREIGN target/benchmarks.jar
      JDK/bin/jar uf target/benchmarks.jar -C target/classes .
      """;

  @TempDir
  private Path directory;

  private Path repository;
  private Path temporary;
  private final List<Process> started = new ArrayList<>();
  private int exitCode;
  private String out = "";
  private String err = "";

  /**
   * Revision {@code base}, and after it {@code head}, which allocates more; and one in a folder.
   */
  @BeforeEach
  void commitTwoRevisions() throws Exception {
    repository = Files.createDirectory(directory.resolve("repository"));
    temporary = Files.createDirectory(directory.resolve("tmp"));
    String source = Files.readString(SOURCE);
    Files.writeString(repository.resolve("PlantedBenchmark.java"), source);
    Files.writeString(
        repository.resolve("build.sh"),
        BUILD
            .replace("JDK", JAVA_HOME.toString())
            .replace("FOREIGN", ForeignJar.build().toString()));
    git("init", "-q");
    git("add", ".");
    commit("base");
    Files.writeString(
        repository.resolve("PlantedBenchmark.java"),
        source.replace("\"planted\", \"\"", "\"planted\", \"array\""));
    Files.createDirectory(repository.resolve("later"));
    Files.writeString(repository.resolve("later/build.sh"), "cd .. && sh build.sh\n");
    git("add", ".");
    commit("head");
  }

  @AfterEach
  void endWhatIsLeft() {
    for (Process process : started) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  @Test
  void headThatAllocatesMore_isRedByClassMethodAndLine_andNoTreeStays() throws Exception {
    compare("base", "head", "--include", "Planted.*work", "--build", "sh build.sh");
    assertThat(exitCode).as(err).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(out)
        .startsWith("regression: org.planted.PlantedBenchmark.work written bytes: 56 → 256")
        .contains("grown: 24 → 144 of byte[] at org.planted.PlantedBenchmark.second:41")
        .contains("new: 80 of byte[] at org.planted.PlantedBenchmark.first:36");
    assertThat(err).isEqualTo("building base …\nbuilding head …\n");
    assertNothingStays();
  }

  @Test
  void workingDirectory_isComparedInPlace() throws Exception {
    compare("head", ".", "--include", "Planted.*work", "--build", "sh build.sh", "--quiet");
    assertThat(exitCode).as(err).isZero();
    assertThat(out + err).isEmpty();
    assertThat(repository.resolve("target/benchmarks.jar")).exists();
    assertNothingStays();
  }

  @Test
  void revisionThatIsNone_isAnErrorWithGitsWord() throws Exception {
    compare("base", "no-such");
    assertThat(exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(err)
        .isEqualTo("tare: no-such can not be checked out: run this in its Git repository, and fetch"
            + " it first (exit code 128, fatal: invalid reference: no-such^{commit})\n");
    assertNothingStays();
  }

  @Test
  void folderThatBaseHasNot_isAnError() throws Exception {
    repository = repository.resolve("later");
    compare("base", "head", "--build", "sh build.sh");
    assertThat(exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(err)
        .isEqualTo("tare: base has no folder later/: run this in one that both revisions have\n");
    assertNothingStays();

    compare(
        "head",
        "head",
        "--build",
        "sh build.sh",
        "--include",
        "Planted.*copying",
        "--jar-path",
        "../target/benchmarks.jar");
    assertThat(exitCode).as(err).isZero();
    assertNothingStays();
  }

  @Test
  void buildThatFails_isAnErrorWithTheReason_andItsWholeOutputIsKept() throws Exception {
    compare(
        "base",
        "head",
        "--quiet",
        "--build",
        "echo begun; echo '[ERROR] broken'; echo advice; exit 7");
    assertThat(exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(err).contains("tare: base does not build by", "(exit code 7, [ERROR] broken;");
    Path log = Path.of(err.strip().replaceAll(".*all of it is in (.*)\\)$", "$1"));
    assertThat(log).hasContent("begun\n[ERROR] broken\nadvice\n");
    Files.delete(log);
    assertNothingStays();
  }

  @Test
  void buildWithoutAJar_isAnError() throws Exception {
    compare("base", "head", "--build", "true");
    assertThat(exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(err)
        .contains("base: its build made no target/benchmarks.jar: say where the jar is with");
    compare("base", "head", "--build", "true", "--jar-path", ForeignJar.build().toString());
    assertThat(exitCode).isEqualTo(ExitCode.USAGE.code());
    assertThat(err).contains("would be one jar for both");
    assertNothingStays();
  }

  @Test
  void errorAboutAJar_namesItByItsRevision() throws Exception {
    compare("base", "head", "--include", "NoSuch", "--build", "sh build.sh");
    assertThat(exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(err)
        .contains("tare: base:target/benchmarks.jar: no benchmark matches --include NoSuch;");
    assertNothingStays();
  }

  @Test
  void endedWhileItBuilds_leavesNeitherTreeNorBuild() throws Exception {
    Path pid = directory.resolve("pid");
    Process tare = start(
        "base",
        "head",
        "--build",
        "echo $$ > " + pid + ".part && mv " + pid + ".part " + pid + " && exec tail -f /dev/null");
    await(tare, () -> Files.exists(pid));
    ProcessHandle build =
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();
    tare.destroy();
    end(tare);
    assertThat(exitCode).as(err).isEqualTo(143); // 128 + SIGTERM
    build.onExit().get(LIMIT_SECONDS, TimeUnit.SECONDS);
    assertNothingStays();
  }

  @Test
  void endedWhileItMeasures_leavesNoTree() throws Exception {
    Process tare = start("base", "head", "--include", "endless", "--build", "sh build.sh");
    await(tare, () -> measuring(tare));
    tare.destroy();
    end(tare);
    assertThat(exitCode).as(err).isEqualTo(143);
    assertThat(err).doesNotContain("internal error");
    assertNothingStays();
  }

  private static boolean measuring(Process tare) {
    return tare.descendants()
        .anyMatch(each ->
            each.info().commandLine().orElse("").contains("dev.tare.profiling.jmh.WrittenMain"));
  }

  private void assertNothingStays() throws Exception {
    assertThat(git("worktree", "list").lines()).hasSize(1);
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(file -> !file.getFileName().toString().startsWith("hsperfdata")))
          .isEmpty();
    }
  }

  private void compare(String... arguments) throws Exception {
    end(start(arguments));
  }

  private Process start(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(
        JAVA_HOME.resolve("bin/java").toString(),
        "-Djava.io.tmpdir=" + temporary,
        "-cp",
        absoluteClassPath(),
        "dev.tare.reports.cli.Tare",
        "compare",
        "--git"));
    command.addAll(List.of(arguments));
    return started(new ProcessBuilder(command)
        .redirectOutput(directory.resolve("out.txt").toFile())
        .redirectError(directory.resolve("err.txt").toFile()));
  }

  private static String absoluteClassPath() {
    return Stream.of(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((one, other) -> one + java.io.File.pathSeparator + other)
        .orElseThrow();
  }

  private Process started(ProcessBuilder builder) throws IOException {
    Process process = builder.directory(repository.toFile()).start();
    started.add(process);
    return process;
  }

  private void end(Process process) throws Exception {
    assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    exitCode = process.exitValue();
    out = Files.readString(directory.resolve("out.txt"));
    err = Files.readString(directory.resolve("err.txt"));
  }

  private static void await(Process process, Condition condition) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("it did not come to that").isLessThan(deadline);
      assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
          .as("the command ended")
          .isFalse();
    }
  }

  /** What is waited for. */
  private interface Condition {
    boolean holds() throws IOException;
  }

  private void commit(String tag) throws Exception {
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", tag);
    git("tag", tag);
  }

  private String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Path said = directory.resolve("git.txt");
    Process git = started(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()));
    assertThat(git.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(git.exitValue()).as(Files.readString(said)).isZero();
    return Files.readString(said);
  }
}
