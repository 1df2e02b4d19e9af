package dev.tare.reports.cli;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.ExitCode;
import dev.tare.reports.FakeMeasurer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline that gets figures of further metrics and modes, and runs that count some of them. */
class BaselineMetricsTest {
  private static final BenchmarkId ROW = row("x.A.one");
  private static final String WITH_SITES = """
      tare-baseline 2 x.A.one
      - written bytes 56
        32 long[] x.A.first
        24 byte[] x.A.second
      - written copies 1
        1 String.concat x.A.second
      """;

  @TempDir
  private Path directory;

  private final FakeMeasurer measurer = new FakeMeasurer();
  private CommandLineRun tare;
  private Path file;

  @BeforeEach
  void aBaselineWithSites() throws IOException {
    tare = new CommandLineRun(directory, measurer);
    file = Files.createDirectories(tare.baselines().resolve("jdk17")).resolve("x.A.one.baseline");
    Files.writeString(file, WITH_SITES);
    measurer.gives(bytes(ROW, 56), copies(1), objects(2), steady(24));
  }

  @Test
  void update_addsObjectsThenSteady_andTouchesNoOtherLine() {
    tare.of("baseline update --metrics objects");
    assertThat(tare.exitCode).as(tare.err).isZero();
    assertThat(tare.out).startsWith("new: x.A.one written objects: 2\njdk17: 1 line changed");
    String withObjects =
        WITH_SITES.replace("- written copies", "- written objects 2\n- written copies");
    assertThat(file).hasContent(withObjects);

    tare.of("baseline update --modes steady");
    assertThat(tare.out).startsWith("new: x.A.one steady bytes: 24\njdk17: 1 line changed");
    assertThat(file).hasContent(withObjects + "- steady bytes 24\n");
    assertThat(measurer.requests).hasSize(2);
  }

  @Test
  void update_ofOneMetric_deletesNoLineOfAnother() {
    tare.of("baseline update --metrics objects");
    tare.of("baseline update --modes steady");
    measurer.forgets(ROW).gives(objects(3));
    tare.of("baseline update --metrics objects");
    assertThat(tare.out).startsWith("raised: x.A.one written objects: 2 → 3\njdk17: 1 line");
    tare.of("baseline update --include other --metrics objects");
    assertThat(tare.of("baseline show").out)
        .containsPattern("written bytes +56\n")
        .containsPattern("written objects +3\n")
        .containsPattern("written copies +1\n")
        .containsPattern("steady bytes +24\n");
  }

  @Test
  void runOfFewerMetricsThanTheBaselines_missesNoneOfTheOthers() {
    tare.of("baseline update --metrics objects");
    tare.of("baseline update --modes steady");
    assertThat(tare.of("gate").out).isEqualTo("2 figures within the baseline (2 ok)\n");
    assertThat(tare.of("gate --metrics objects").out)
        .isEqualTo("1 figure within the baseline (1 ok)\n");
    assertThat(tare.of("gate --modes steady").out)
        .isEqualTo("1 figure within the baseline (1 ok)\n");
    assertThat(tare.of("gate --modes written,steady --metrics bytes,objects,copies").out)
        .isEqualTo("4 figures within the baseline (4 ok)\n");
    assertThat(tare.exitCode).isZero();
  }

  @Test
  void gateOfAMetric_judgesItsLines() {
    tare.of("baseline update --metrics objects");
    measurer.gives(objects(3));
    tare.of("gate --metrics objects --no-sites");
    assertThat(tare.exitCode).isEqualTo(ExitCode.REGRESSION.code());
    assertThat(tare.out).startsWith("regression: x.A.one written objects: 2 → 3, limit 2\n");
    assertThat(tare.of("gate").exitCode).isZero();

    measurer.forgets(ROW).gives(bytes(ROW, 56), copies(1), objectsOfAnother());
    tare.of("gate --metrics objects");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.out).contains("vanished: x.A.one written objects: 2");
  }

  @Test
  void steadyLine_isMissed_whateverElseIsCounted() {
    tare.of("baseline update --metrics objects");
    tare.of("baseline update --modes steady");
    measurer.forgets(ROW).gives(objects(2));
    tare.of("gate --modes written,steady --metrics objects");
    assertThat(tare.exitCode).isEqualTo(ExitCode.ERROR.code());
    assertThat(tare.out)
        .contains("vanished: x.A.one steady bytes: 24")
        .doesNotContain("vanished: x.A.one written");
  }

  private static Measurement copies(double value) {
    return Measurement.exact(ROW, Mode.WRITTEN, Metric.COPIES, value);
  }

  private static Measurement objects(double value) {
    return Measurement.exact(ROW, Mode.WRITTEN, Metric.OBJECTS, value);
  }

  private static Measurement objectsOfAnother() {
    return Measurement.exact(row("x.B.two"), Mode.WRITTEN, Metric.OBJECTS, 1);
  }

  private static Measurement steady(double value) {
    return Measurement.exact(ROW, Mode.STEADY, Metric.BYTES, value);
  }
}
