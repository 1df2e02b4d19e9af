package dev.tare.profiling.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tare.profiling.known.HarnessBenchmark;
import dev.tare.profiling.known.ObjectBenchmark;
import dev.tare.profiling.known.SiteBenchmark;
import dev.tare.profiling.known.TroubleBenchmark;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.Site;
import dev.tare.profiling.sites.SitesBy;
import dev.tare.profiling.testkit.TestJvms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sites of operations whose objects and lines are known, by both recorders. */
class SitesOfBenchmarksTest {
  private static final String INCLUDE =
      "SiteBenchmark|ObjectBenchmark.(nothing|copyOf|capturing|escape|boxI|varargs)"
          + "|fourThreads|uneven|fifthOf|preparedEachTime|preparedOnce|tenOperations"
          + "|TroubleBenchmark.(random|throwing)";
  private static final String RANDOM = TroubleBenchmark.class.getName() + ".random";
  private static final String SITES = SiteBenchmark.class.getName();
  private static final Path SOURCE = Path.of("src/test/java", SITES.replace('.', '/') + ".java");

  static List<Path> homes() {
    return TestJvms.homes();
  }

  @ParameterizedTest
  @MethodSource("homes")
  void sites_addUpToEveryAnswerAndAreTheSameByBothRecorders(Path home) throws Exception {
    Launch byProfiler = launch(home, SitesBy.ASYNC_PROFILER);
    Launch byFlightRecorder = launch(home, SitesBy.JFR);
    Map<String, Double> answers = Answers.all(byProfiler.environment().jdk());
    assertThat(byProfiler.rows()).hasSize(19);
    assertThat(byFlightRecorder.failures()).isEqualTo(byProfiler.failures());
    byProfiler.all().forEach((row, figures) -> {
      Measurement bytes = figures.get(0);
      double sum = bytes.sites().stream().mapToDouble(Site::value).sum();
      if (row.benchmark().equals(RANDOM)) {
        assertThat(bytes.isExact()).isFalse();
        assertThat(sum).isCloseTo(bytes.value(), within(1e-6));
      } else {
        double answer = Objects.requireNonNull(answers.get(row.benchmark()), row.benchmark());
        assertThat(bytes.value()).as("%s", row).isEqualTo(answer);
        assertThat(sum).as("%s", row).isEqualTo(answer);
        assertSame(figures, Objects.requireNonNull(byFlightRecorder.all().get(row)));
      }
    });
    assertThat(byProfiler.failures().keySet())
        .extracting(BenchmarkId::benchmark)
        .containsExactly(TroubleBenchmark.class.getName() + ".throwing");
    assertLines(byProfiler);
    assertObjects(byProfiler);
  }

  private static void assertSame(List<Measurement> some, List<Measurement> others) {
    assertThat(some)
        .extracting(Measurement::value)
        .isEqualTo(others.stream().map(Measurement::value).toList());
    assertThat(some)
        .extracting(Measurement::sites)
        .isEqualTo(others.stream().map(Measurement::sites).toList());
  }

  private static void assertLines(Launch launch) throws IOException {
    assertThat(bytes(launch, SITES + ".oneSite").sites())
        .containsExactly(new Site("int[]", SITES + ".oneSite:" + line("one"), 24));
    assertThat(bytes(launch, SITES + ".severalSites").sites())
        .containsExactly(
            new Site("int[]", SITES + ".severalSites:" + line("copy"), 32),
            new Site("int[]", SITES + ".severalSites:" + line("first"), 24),
            new Site("java.lang.Object", SITES + ".helper:" + line("helper"), 16),
            new Site("java.lang.Object", SITES + ".severalSites:" + line("second"), 16));
    for (String benchmark : List.of(SITES + ".otherThread", SITES + ".otherThreadAgain")) {
      assertThat(bytes(launch, benchmark).sites())
          .containsExactly(new Site("long[]", SITES + "$Helper.run:" + line("helperThread"), 40));
    }
  }

  private static void assertObjects(Launch launch) {
    assertObjects(launch, SITES + ".severalSites", 4);
    assertObjects(launch, ObjectBenchmark.class.getName() + ".nothing", 0);
    assertObjects(launch, ObjectBenchmark.class.getName() + ".copyOfMutable", 3);
    assertObjects(launch, HarnessBenchmark.class.getName() + ".fourThreads", 1);
    assertObjects(launch, HarnessBenchmark.class.getName() + ".uneven", 0.25);
    assertObjects(launch, HarnessBenchmark.class.getName() + ".tenOperations", 1);
    assertObjects(launch, HarnessBenchmark.class.getName() + ".preparedEachTime", 2);
  }

  private static void assertObjects(Launch launch, String benchmark, double objects) {
    BenchmarkId row = BenchmarkId.of(benchmark, Map.of());
    Measurement figure =
        Objects.requireNonNull(launch.all().get(row), benchmark).get(1);
    assertThat(figure)
        .isEqualTo(new Measurement(
            row, Mode.WRITTEN, Metric.OBJECTS, objects, objects, objects, figure.sites()));
    assertThat(figure.sites().stream().mapToDouble(Site::value).sum()).isEqualTo(objects);
  }

  private static Measurement bytes(Launch launch, String benchmark) {
    BenchmarkId row = BenchmarkId.of(benchmark, Map.of());
    return Objects.requireNonNull(launch.figures().get(row), benchmark);
  }

  private static Launch launch(Path home, SitesBy by) throws Exception {
    return Launch.of(MeasuringProcess.eventsWithSites(home, INCLUDE, by));
  }

  /** The line of the source that ends so. */
  private static int line(String name) throws IOException {
    List<String> lines = Files.readAllLines(SOURCE);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// at " + name)) {
        return i + 1;
      }
    }
    throw new IllegalStateException("no line ends in // at " + name);
  }
}
