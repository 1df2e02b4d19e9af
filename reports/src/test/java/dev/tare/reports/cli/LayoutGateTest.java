package dev.tare.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.reports.ExitCode;
import dev.tare.reports.foreign.ForeignJar;
import dev.tare.reports.launch.ChildJvmMeasurer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sizes of classes that a baseline names are judged with the rows, and exactly. */
class LayoutGateTest {
  private static final String TYPE = "org.acme.PlainBenchmark";

  @TempDir
  private Path directory;

  private CommandLineRun tare;

  @BeforeEach
  void open() throws IOException {
    tare = new CommandLineRun(directory, new ChildJvmMeasurer());
    tare("baseline update --layout " + TYPE + ",java.util.ArrayList");
    assertThat(tare.exitCode).as(tare.err).isZero();
  }

  @Test
  void sizes_areOneFileAndStayInIt() throws IOException {
    String sizes = Files.readString(file());
    assertThat(sizes.lines().toList()).hasSize(3);
    assertThat(sizes)
        .startsWith("tare-baseline 1 layouts\nclass=java.util.ArrayList written instanceBytes 24\n")
        .contains("class=" + TYPE + " written instanceBytes ");
    tare("baseline update");
    assertThat(file()).hasContent(sizes);
    tare("gate");
    assertThat(tare.exitCode).as(tare.out + tare.err).isZero();
    assertThat(tare.out).startsWith("6 figures within the baseline (6 ok)");
  }

  @Test
  void sizeThatDiffers_isToldByTheClass() throws IOException {
    replace("ArrayList written instanceBytes 24", "ArrayList written instanceBytes 16");
    tare("gate --metrics bytes,copies");
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out)
        .startsWith("regression: layouts[class=java.util.ArrayList] written instanceBytes:"
            + " 16 → 24, limit 16\n")
        .contains("+class=java.util.ArrayList written instanceBytes 24");
    tare("gate --metrics copies");
    assertThat(tare.exitCode).as("nothing is said of bytes").isZero();

    replace("ArrayList written instanceBytes 16", "ArrayList written instanceBytes 32");
    tare("gate");
    assertThat(tare.exitCode).isEqualTo(ExitCode.IMPROVEMENT.code());
    tare("gate --accept");
    assertThat(tare.exitCode).as(tare.out + tare.err).isZero();
    assertThat(file()).content().contains("ArrayList written instanceBytes 24");
  }

  @Test
  void classThatIsGone_isAnError_untilItsLineIsUpdated() throws IOException {
    replace("class=" + TYPE, "class=org.acme.Renamed");
    tare("gate");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.out).contains("vanished: layouts[class=org.acme.Renamed]");
    tare("baseline update");
    assertThat(file()).content().doesNotContain("Renamed");
  }

  @Test
  void classThatIsNot_isTold() throws IOException {
    tare("baseline update --layout org.acme.Typo");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.err).contains("--layout org.acme.Typo: there is no such class in ");
    tare.of("baseline update --include nothing --layout " + TYPE + onThisJvm());
    assertThat(tare.exitCode).isEqualTo(ExitCode.USAGE.code());
  }

  private void replace(String from, String to) throws IOException {
    Path copy = Files.copy(file(), directory.resolve("old"), StandardCopyOption.REPLACE_EXISTING);
    assertThat(copy).content().contains(from);
    Files.writeString(file(), Files.readString(copy).replace(from, to));
  }

  private Path file() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(file -> file.endsWith("layouts.baseline")).findFirst().orElseThrow();
    }
  }

  private void tare(String command) throws IOException {
    tare.of(command + " --include PlainBenchmark.nothing$|^layouts$" + onThisJvm());
  }

  private String onThisJvm() throws IOException {
    return " --jar " + ForeignJar.build() + " --jvm " + System.getProperty("java.home")
        + " --baselines " + directory.resolve("kept");
  }
}
