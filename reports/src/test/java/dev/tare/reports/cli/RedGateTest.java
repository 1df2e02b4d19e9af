package dev.tare.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.reports.ExitCode;
import dev.tare.reports.foreign.ForeignJar;
import dev.tare.reports.launch.ChildJvmMeasurer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a red gate tells: the line that did it, and how to see and to claim it. */
class RedGateTest {
  private static final String ROWS = " --include Planted";

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
  void withSitesInTheBaseline_itTellsThoseThatChanged() throws IOException {
    tare("baseline update --sites");
    assertThat(tare.exitCode).as(tare.err).isZero();
    assertThat(baseline("work")).isEqualTo("""
        tare-baseline 2 org.planted.PlantedBenchmark.work
        - written bytes 56
          32 long[] org.planted.PlantedBenchmark.first
          24 byte[] org.planted.PlantedBenchmark.second
        - written copies 0
        - written copiedBytes 0
        - written boxings 0
        """);
    assertThat(tare.of("baseline show --include work").out)
        .containsPattern("  org.planted.PlantedBenchmark.first +long\\[] +32\n");
    tare("gate");
    assertThat(tare.exitCode).as(tare.out).isZero();

    tare("gate --jvm-arg -Dplanted=array");
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(lines())
        .as(tare.out)
        .startsWith(
            "regression: org.planted.PlantedBenchmark.work written bytes: 56 → 256, limit 56",
            "  grown: 24 → 144 of byte[] at org.planted.PlantedBenchmark.second:41",
            "  new: 80 of byte[] at org.planted.PlantedBenchmark.first:36",
            "1 figure above the limit (1 regression, 7 ok)",
            "reproduce with:")
        .containsSubsequence(
            "if that is meant, claim it with:",
            "which is:",
            "  -- written bytes 56",
            "  +- written bytes 256",
            "  +  80 byte[] org.planted.PlantedBenchmark.first",
            "     32 long[] org.planted.PlantedBenchmark.first",
            "  -  24 byte[] org.planted.PlantedBenchmark.second",
            "  +  24+120 byte[] org.planted.PlantedBenchmark.second");
  }

  @Test
  void objects_keepSitesOfTheirOwn_besideThoseOfBytes() throws IOException {
    tare("baseline update --sites --metrics bytes");
    tare("baseline update --sites --metrics objects");
    assertThat(tare.exitCode).as(tare.err).isZero();
    assertThat(baseline("work")).isEqualTo("""
        tare-baseline 2 org.planted.PlantedBenchmark.work
        - written bytes 56
          32 long[] org.planted.PlantedBenchmark.first
          24 byte[] org.planted.PlantedBenchmark.second
        - written objects 2
          1 long[] org.planted.PlantedBenchmark.first
          1 byte[] org.planted.PlantedBenchmark.second
        """);

    tare("gate --metrics objects --jvm-arg -Dplanted=array");
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(lines())
        .as(tare.out)
        .startsWith(
            "regression: org.planted.PlantedBenchmark.work written objects: 2 → 4, limit 2");
    assertThat(tare.out)
        .contains("  new: 1 of byte[] at org.planted.PlantedBenchmark.first:36\n")
        .contains("  grown: 1 → 2 of byte[] at org.planted.PlantedBenchmark.second:40 or 41\n");
  }

  @Test
  void copies_areToldByTheCallThatIsNew() throws IOException {
    tare("baseline update --sites");
    tare("gate --jvm-arg -Dplanted=copy");
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out)
        .contains("copying written copies: 1 → 2, limit 1")
        .contains("  new: 1 by String.concat at org.planted.PlantedBenchmark.copying:31")
        .doesNotContain("String.new");
  }

  @Test
  void withoutSitesInTheBaseline_anEarlierJarServes_orElseAllAreTold() throws IOException {
    tare("baseline update");
    assertThat(baseline("work")).startsWith("tare-baseline 1 ").doesNotContain("long[]");
    tare("gate --jvm-arg -Dplanted=array");
    assertThat(lines())
        .as(tare.out)
        .contains(
            "  120 of byte[] at org.planted.PlantedBenchmark.second:41",
            "  32 of long[] at org.planted.PlantedBenchmark.first:35");
    tare("gate --jvm-arg -Dplanted=array --no-sites");
    assertThat(tare.out).doesNotContain("long[]");
    // The same jar costs the same: nothing differs from it.
    tare("gate --jvm-arg -Dplanted=array --base " + jar);
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out).doesNotContain("long[]").doesNotContain("byte[]");
  }

  @Test
  void claimedImprovement_keepsItsSites_whereTheBaselineHasSome() throws IOException {
    tare("baseline update --sites --jvm-arg -Dplanted=array");
    tare("gate --accept");
    assertThat(tare.exitCode).as(tare.out).isZero();
    assertThat(baseline("work"))
        .contains("- written bytes 56\n  32 long[] org.planted.PlantedBenchmark.first\n");
  }

  @Test
  void rowThatIsNew_getsItsSites_whereTheBaselineHasSomeOfOtherRows() throws IOException {
    tare("baseline update --sites --exclude copying");
    tare("gate");
    assertThat(lines()).contains("if that is meant, claim it with:");
    tare("baseline update --exclude work");
    assertThat(tare.exitCode).as(tare.err).isZero();
    assertThat(baseline("copying"))
        .contains("  24 java.lang.String org.planted.PlantedBenchmark.copying\n");
  }

  private void tare(String commandLine) {
    tare.of(commandLine + ROWS + " --jar " + jar + " --jvm " + System.getProperty("java.home")
        + " --baselines " + tare.baselines());
  }

  private Stream<String> lines() {
    return tare.out.lines();
  }

  private String baseline(String method) throws IOException {
    String name = "org.planted.PlantedBenchmark." + method + ".baseline";
    try (Stream<Path> files = Files.walk(tare.baselines())) {
      Path file = files.filter(each -> each.endsWith(name)).findFirst().orElseThrow();
      return Files.readString(file);
    }
  }
}
