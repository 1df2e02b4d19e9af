package dev.tare.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.reports.ExitCode;
import dev.tare.reports.foreign.ForeignJar;
import dev.tare.reports.launch.ChildJvmMeasurer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The copies that a jar's benchmarks run, counted in real measuring JVMs, and gated. */
class CopiesRunTest {
  private static final String DUPLICATE = "org.acme.CopyBenchmark$Draft#duplicate";

  private static Path jar = Path.of("");

  @TempDir
  private Path directory;

  private CommandLineRun tare;

  @BeforeAll
  static void buildJar() throws IOException {
    jar = ForeignJar.build();
  }

  @BeforeEach
  void open() {
    tare = new CommandLineRun(directory, new ChildJvmMeasurer());
  }

  @Test
  void text_hasSitesAndExecutionsOfBothVariants() {
    copies("--include Copy.*text --sites --area texts=org.acme --apart other");
    assertThat(tare.exitCode).as(tare.err).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out)
        .containsPattern("(?m)^area +kind +sites +run, copying +run, lean +fewer$")
        .containsPattern("(?m)^texts +array.*\n +string +8 +2 +0 +100.0 %$")
        .contains("CopyBenchmark.text[variant=COPYING]: copies 2, bytes 7, boxings 1\n")
        .contains("CopyBenchmark.text[variant=LEAN]: copies 0, bytes 0, boxings 0\n")
        .containsPattern("(?m)^ +1 +3 +string +String.substring +org.acme.CopyBenchmark.text:\\d+$")
        .containsPattern("(?m)^ +1 +4 +string +String.concat +org.acme.CopyBenchmark.text:\\d+$")
        .containsPattern("(?m)^ +1 +0 +boxing +Integer.valueOf +org.acme.CopyBenchmark.text:\\d+$")
        .contains("6 figures measured, no baseline to judge by")
        .contains("make one with:")
        .contains("--metrics copies,copiedBytes,boxings");
    assertThat(directory.resolve("out")).doesNotExist();
  }

  @Test
  void json_isAloneOnStandardOutput() {
    copies("--include Copy.*text --format json");
    assertThat(tare.out)
        .startsWith("{\"schema\":1,\"key\":\"jdk" + Runtime.version().feature())
        .contains("\"call\":\"String.concat\",\"area\":\"org.acme\",\"run\":1,\"bytes\":4}")
        .contains("{\"area\":\"total\",\"kind\":\"string\",\"sites\":{\"all\":8},"
            + "\"run\":{\"copying\":2,\"lean\":0},\"bytes\":{\"copying\":7,\"lean\":0}}")
        .endsWith("}\n");
    assertThat(tare.err).contains("no baseline to judge by");
  }

  @Test
  void markdown_hasATableARow() {
    copies("--include Copy.*text --format markdown --sites");
    assertThat(tare.out)
        .startsWith("### jdk")
        .contains(
            "| area | kind | sites | run, copying | run, lean | fewer |",
            "\n|---|---|--:|--:|--:|--:|\n")
        .contains("| run | bytes | kind | call | where |\n|--:|--:|---|---|---|\n");
  }

  @Test
  void copyThatIsNew_isARegressionNamedWithItsCall() throws IOException {
    String object = "--include Copy.*object --param variant=LEAN --baselines " + tare.baselines();
    tare.of("baseline update" + onThisJvm() + ' ' + object);
    assertThat(tare.exitCode).as(tare.err).isZero();
    assertThat(Files.readString(baseline()))
        .contains("written bytes ", "written copies 0", "copiedBytes 0", "boxings 0");
    copies(object + " --quiet");
    assertThat(tare.exitCode).as(tare.out).isEqualTo(ExitCode.OK.code());
    assertThat(tare.out).isEmpty();

    copies(object + " --copy-method " + DUPLICATE);
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out)
        .contains("object[variant=LEAN] written copies: 0 → 1, limit 0")
        .containsPattern("(?m)^  new: 1 by CopyBenchmark\\$Draft.duplicate at"
            + " org.acme.CopyBenchmark.object:\\d+$")
        .contains("object[variant=LEAN] written copiedBytes: 0 → ")
        .contains("--copy-method '" + DUPLICATE + "'");
    tare.of("gate" + onThisJvm() + ' ' + object + " --copy-method " + DUPLICATE);
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
  }

  @Test
  void sites_areInTheRecordsOfARun() {
    tare.of("run --format json --include Copy.*text" + onThisJvm());
    assertThat(tare.exitCode).as(tare.err).isZero();
    assertThat(tare.out)
        .containsPattern(
            "COPYING.*\"copies\", \"value\": 2, \"unit\": \"copies/op\", \"sites\": \\["
                + " \\{ \"kind\": \"string\", \"call\": \"String.concat\", \"location\":"
                + " \"org.acme.CopyBenchmark.text:\\d+\", \"value\": 1 },"
                + " \\{ \"kind\": \"string\", \"call\": \"String.substring\".* } ] },?\n");
  }

  @Test
  void packageThatTheJarDoesNotHave_isAnErrorAndNoZero() {
    tare.of("run --packages org.acne --include Copy" + onThisJvm());
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).contains("it has no class in the package org.acne: check --packages");
    tare.of("run --modes steady --packages org.acne --include Copy" + onThisJvm());
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).contains("it has no class in the package org.acne: check --packages");
  }

  @Test
  void namedMethodThatNobodyCalls_isAnErrorBeforeAnythingRuns() {
    for (String verb : List.of("run", "gate", "baseline update", "copies --run")) {
      tare.of(verb + onThisJvm() + " --include Copy --copy-method org.acme.*#duplicates");
      assertThat(tare.exitCode).as(verb).isEqualTo(ExitCode.ERROR.code());
      assertThat(tare.err)
          .isEqualTo("tare: --copy-method org.acme.*#duplicates: no such method is called in"
              + " org.acme, org.planted, or it returns nothing that could be a copy: check its"
              + " name, and --packages\n");
    }
  }

  private void copies(String options) {
    tare.of("copies --run" + onThisJvm() + ' ' + options);
  }

  private static String onThisJvm() {
    return " --jar " + jar + " --jvm " + System.getProperty("java.home");
  }

  private Path baseline() throws IOException {
    try (var files = Files.walk(tare.baselines())) {
      return files.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
  }
}
