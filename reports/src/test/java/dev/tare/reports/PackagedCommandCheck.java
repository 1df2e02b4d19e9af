package dev.tare.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.testkit.TestJvms;
import dev.tare.reports.foreign.ForeignFigures;
import dev.tare.reports.foreign.ForeignJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code tare.jar} as users get it. Not named a test: it runs when the jar is there, after the
 * package phase.
 */
class PackagedCommandCheck {
  private static final Path COMMAND = Path.of("target", "tare.jar");
  private static final int LIMIT_SECONDS = 120;

  @TempDir
  private Path directory;

  @Test
  void packagedCommand_measuresAForeignJarOnEveryJvmAndLeavesNothingBehind() throws Exception {
    Path temporary = Files.createDirectory(directory.resolve("tmp"));
    List<String> arguments = new ArrayList<>(List.of("-Djava.io.tmpdir=" + temporary));
    arguments.addAll(List.of("-jar", COMMAND.toString(), "run", "--format", "json"));
    arguments.addAll(List.of("--jar", ForeignJar.build().toString()));
    arguments.addAll(
        List.of("--include", "Plain", "--out", directory.resolve("out").toString()));
    List<Path> homes = TestJvms.homes();
    homes.forEach(home -> arguments.addAll(List.of("--jvm", home.toString())));

    String json = run(arguments);
    List<String> expected = new ArrayList<>();
    homes.forEach(home -> expected.addAll(ForeignFigures.plain()));
    assertThat(ForeignFigures.exactLines(json)).as(json).isEqualTo(expected);
    try (Stream<Path> left = Files.list(temporary)) {
      assertThat(left.filter(file -> !file.getFileName().toString().startsWith("hsperfdata")))
          .isEmpty();
    }
  }

  @Test
  void packagedCommand_advisesACommandThatMakesTheMissingBaseline() throws Exception {
    List<String> gate = List.of(
        "-jar",
        COMMAND.toString(),
        "gate",
        "--jar",
        ForeignJar.build().toString(),
        "--include",
        "PlainBenchmark",
        "--baselines",
        directory.resolve("kept").toString());
    String advice = ends(ExitCode.BASELINE_MISSING, gate)
        .lines()
        .dropWhile(line -> !line.endsWith("make one with:"))
        .skip(1)
        .findFirst()
        .orElseThrow();
    List<String> words = List.of(advice.strip().split(" "));
    assertThat(words)
        .startsWith("java", "-jar", COMMAND.toString(), "baseline", "update", "--sites");
    run(words.subList(1, words.size()));
    assertThat(run(gate)).contains("within the baseline");
  }

  @Test
  void packagedCommand_knowsItsVersion() throws Exception {
    assertThat(run(List.of("-jar", COMMAND.toString(), "--version")))
        .matches("tare \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n");
  }

  @Test
  void packagedCommand_bringsWhatModelsLayouts() throws Exception {
    assertThat(run(List.of(
            "-jar",
            COMMAND.toString(),
            "layout",
            "--classpath",
            Path.of("target", "classes").toString(),
            "java.lang.Integer")))
        .contains("java.lang.Integer, coops: 16 bytes (12-byte headers, 4-byte references)");
  }

  private String run(List<String> arguments) throws IOException, InterruptedException {
    return ends(ExitCode.OK, arguments);
  }

  private String ends(ExitCode code, List<String> arguments)
      throws IOException, InterruptedException {
    Path out = directory.resolve("out.txt");
    Path err = directory.resolve("err.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command)
        .redirectOutput(out.toFile())
        .redirectError(err.toFile())
        .start();
    boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isEqualTo(code.code());
    return Files.readString(out);
  }
}
