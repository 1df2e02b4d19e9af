package dev.tare.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.testkit.TestJvms;
import dev.tare.reports.FakeMeasurer;
import dev.tare.reports.foreign.ForeignJar;
import dev.tare.reports.profile.heap.HeapFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Heaps of which it is known what lives in them. */
class ProfileHeapTest {
  private static final String ROW = "org.acme.ProfiledBenchmark.";

  /** 500 arrays of 65,536 bytes and a header of 16. */
  private static final long KEPT_BYTES = 500 * (65_536 + 16);

  private static Path jar = Path.of("");

  @TempDir
  private Path directory;

  static List<Path> homes() {
    return TestJvms.homes();
  }

  @BeforeAll
  static void buildJar() throws IOException {
    jar = ForeignJar.build();
  }

  @ParameterizedTest
  @MethodSource("homes")
  void whatIsKept_isNamedAtThePeakWithWhatTheProcessHolds(Path home) throws IOException {
    CommandLineRun tare = heap(home, "Profiled.*hoarding");
    assertThat(tare.err).isEmpty();
    assertThat(tare.exitCode).isZero();
    Path place = directory.resolve("profile").resolve(ROW + "hoarding-heap");
    String json = Files.readString(place.resolve("heap.json"));
    assertThat(json)
        .containsPattern(
            "\"sites\":\\[\\{\"share\":0\\.[6-9]\\d*,\"class\":\"byte\\[]\",\"location\":"
                + "\"org.acme.ProfiledBenchmark\\$Hoard.fill:" + lineOfKept() + "\"}");
    assertThat(number(json, "\"liveBytes\":(\\d+)")).isGreaterThanOrEqualTo(KEPT_BYTES);
    assertThat(number(json, "\"count\":(\\d+)")).isPositive();
    assertThat(number(json, "\"pauseMaxNanos\":(\\d+)"))
        .isPositive()
        .isGreaterThanOrEqualTo(number(json, "\"pauseP50Nanos\":(\\d+)"));
    assertThat(number(json, "\"resident\":\\[\\[\\d+,(\\d+)]")).isGreaterThan(KEPT_BYTES / 2);
    assertThat(number(json, "\"nativeCommitted\":\\[\\[\\d+,(\\d+)]")).isPositive();
    assertThat(tare.out)
        .containsPattern("hoarding: most lived at [\\d.]+ s, \\d\\d")
        .containsPattern("\\n +\\d\\d\\.\\d % .* byte\\[] +org.acme.ProfiledBenchmark.Hoard.fill:");
    assertThat(place.resolve("recording.jfr")).isNotEmptyFile();
    assertThat(Files.readAllLines(place.resolve("heap.csv")))
        .startsWith("row,millis,heapUsedBytes,heapCommittedBytes,residentBytes,"
            + "nativeCommittedBytes,liveBytes")
        .hasSizeGreaterThan(5);
  }

  @Test
  void pair_isInOneChartWithBothPeaks() throws IOException {
    CommandLineRun tare = heap(Path.of(System.getProperty("java.home")), "Profiled.*pair");
    assertThat(tare.err).isEmpty();
    assertThat(tare.exitCode).isZero();
    Path place = directory.resolve("profile").resolve(ROW + "pair-heap");
    String page = Files.readString(place.resolve("heap.html"));
    assertThat(page)
        .contains(">copying, live</span>", ">lean, live</span>")
        .contains("<circle class=\"copying\"", "<circle class=\"lean\"")
        .contains("<polyline class=\"copying thin\"", "<polyline class=\"lean dash\"")
        .contains("most lived at ")
        .contains("</html>")
        .doesNotContain("<script", "http://", "https://", "NaN");
    assertThat(HeapFigures.read(place.resolve("heap.json")).charts())
        .as("the chart of the report is that of the page")
        .allSatisfy(chart -> assertThat(page).contains(chart.html()));
    assertThat(place.resolve("recording-copying.jfr")).isNotEmptyFile();
    assertThat(place.resolve("recording-lean.jfr")).isNotEmptyFile();
    assertThat(tare.out.lines()).anyMatch(line -> line.startsWith("  copying "));
  }

  @Test
  void benchmarkThatThrows_isAnErrorAndLeavesNothing() {
    CommandLineRun tare = heap(Path.of(System.getProperty("java.home")), "Trouble.*connecting");
    assertThat(tare.exitCode).isEqualTo(1);
    assertThat(tare.err).contains("failed: org.acme.TroubleBenchmark.connecting: ");
    assertThat(directory.resolve("profile")).doesNotExist();
  }

  private CommandLineRun heap(Path home, String benchmark) {
    return new CommandLineRun(directory, new FakeMeasurer())
        .of("profile --heap --seconds 1 --warmup 1 --jvm-arg=-Xmx256m --jar " + jar + " --jvm "
            + home + " --out " + directory.resolve("profile") + ' ' + benchmark);
  }

  private static long number(String text, String regex) {
    Matcher matcher = Pattern.compile(regex).matcher(text);
    assertThat(matcher.find()).as(regex).isTrue();
    return Long.parseLong(matcher.group(1));
  }

  private static int lineOfKept() throws IOException {
    Path source = Path.of("src/test/resources/foreign/org/acme/ProfiledBenchmark.java");
    List<String> lines = Files.readAllLines(source);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// at kept")) {
        return i + 1;
      }
    }
    throw new IllegalStateException("no line ends in // at kept");
  }
}
