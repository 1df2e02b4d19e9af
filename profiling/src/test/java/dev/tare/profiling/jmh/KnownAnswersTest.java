package dev.tare.profiling.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.known.HarnessBenchmark;
import dev.tare.profiling.known.TroubleBenchmark;
import dev.tare.profiling.known.VirtualThreads;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.ObjectLayout;
import dev.tare.profiling.testkit.TestJvms;
import dev.tare.profiling.wire.Event;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The meter in measuring JVMs of their own, on operations whose bytes can be counted by hand. */
class KnownAnswersTest {
  private static final String SIZED = HarnessBenchmark.class.getName() + ".sized";
  private static final String TROUBLE = TroubleBenchmark.class.getName() + '.';
  private static final int FIRST_WITH_COMPACT_HEADERS = 25;

  /** What has an answer, without {@code sized} that has two, on a JDK without virtual threads. */
  private static final int CASES = 83;

  private static final int VIRTUAL_CASES = 2;

  /** All but what is about the harness. */
  private static final String IN_EVERY_LAYOUT = "Object|Text|Language|Library|Thread|VirtualThread";

  /** One of each kind: what is alike need not be launched again and again. */
  private static final String SOME =
      "fourThreads|uneven|preparedEachTime|fifthOf|nothing|copyOfMutable|escape|concatenation$";

  private static final String ALL = "\\.known\\.(Object|Text|Harness)";

  private static final int FEW = 2;
  private static final int FURTHER = Integer.getInteger("tare.written.launches", FEW);

  private static final Map<Path, CompletableFuture<Launch>> LAUNCHES = new HashMap<>();

  static List<Path> homes() {
    return TestJvms.homes();
  }

  @ParameterizedTest
  @MethodSource("homes")
  void everyAnswer_isGivenToTheByte(Path home) throws Exception {
    Map<BenchmarkId, Measurement> expected = new TreeMap<>();
    int jdk = launch(home).environment().jdk();
    Answers.all(jdk).forEach((name, bytes) -> {
      if (!name.equals(SIZED)) {
        put(expected, BenchmarkId.of(name, Map.of()), bytes);
      }
    });
    assertThat(expected).hasSize(jdk < VirtualThreads.SINCE ? CASES : CASES + VIRTUAL_CASES);
    put(expected, BenchmarkId.of(SIZED, Map.of("length", "2")), 24);
    put(expected, BenchmarkId.of(SIZED, Map.of("length", "10")), 56);

    Map<BenchmarkId, Measurement> measured = new TreeMap<>(launch(home).figures());
    measured.keySet().removeIf(id -> id.benchmark().startsWith(TROUBLE));
    assertThat(measured).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("homes")
  void everyLaunch_givesTheSame(Path home) throws Exception {
    for (int i = 0; i < FURTHER; i++) {
      Launch next = Launch.of(MeasuringProcess.events(home, FURTHER > FEW ? ALL : SOME));
      assertThat(next.rows()).hasSizeGreaterThanOrEqualTo(8);
      Map<BenchmarkId, Measurement> before = new TreeMap<>(launch(home).figures());
      before.keySet().retainAll(next.rows());
      assertThat(next.figures()).as("launch %d", i).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("homes")
  void randomInput_isVaryingWithARange(Path home) throws Exception {
    Measurement figure = figure(home, "random");
    assertThat(figure.isExact()).isFalse();
    assertThat(figure.low()).isGreaterThan(16);
    assertThat(figure.high()).isLessThan(16 + 4 * 100 + 8);
    assertThat(figure.value()).isBetween(150.0, 290.0); // 218 on the average
  }

  @ParameterizedTest
  @MethodSource("homes")
  void slowOperation_getsASmallBatchAndIsExact(Path home) throws Exception {
    // A batch of 16 of 50 ms would take longer than the time limit of the whole launch.
    assertThat(figure(home, "slow")).isEqualTo(exact(id("slow"), 24));
  }

  @ParameterizedTest
  @MethodSource("homes")
  void rowThatThrows_isNamedAndTheRestGoesOn(Path home) throws Exception {
    Launch launch = launch(home);
    assertThat(launch.failures().keySet())
        .containsExactly(id("asserting"), id("circular"), id("throwing"));
    assertThat(launch.failures().values())
        .extracting(failure -> failure.message())
        .containsExactly(
            "java.lang.AssertionError: not so",
            "java.lang.IllegalArgumentException: inner",
            "java.lang.IllegalStateException: no luck");
    assertThat(launch.figures().size() + 3).isEqualTo(launch.rows().size());
  }

  @ParameterizedTest
  @MethodSource("homes")
  void layout_isTheEnvironmentsKeyAndItsBytes(Path home) throws Exception {
    Launch usual = launch(home);
    int jdk = usual.environment().jdk();
    assertThat(usual.environment().baselineKey()).isEqualTo("jdk" + jdk);
    assertLayout(home, "-XX:-UseCompressedOops", ObjectLayout.NOCOOPS, "jdk" + jdk + "-nocoops");
    if (jdk >= FIRST_WITH_COMPACT_HEADERS) {
      assertLayout(home, "-XX:+UseCompactObjectHeaders", ObjectLayout.COH, "jdk" + jdk + "-coh");
    }
  }

  @ParameterizedTest
  @MethodSource("homes")
  void layoutWithoutAKey_isRefused(Path home) throws Exception {
    List<Event> events = MeasuringProcess.events(home, "nothing", "-XX:ObjectAlignmentInBytes=16");
    assertThat(events).hasSize(1);
    assertThat(((Event.Refused) events.get(0)).reason())
        .contains("layout", "leave out -XX:ObjectAlignmentInBytes");
  }

  private static void assertLayout(Path home, String flag, ObjectLayout layout, String key)
      throws Exception {
    Launch launch = Launch.of(
        MeasuringProcess.events(home, "\\.known\\.(" + IN_EVERY_LAYOUT + ")Benchmark\\.", flag));
    assertThat(launch.environment().layout()).isEqualTo(layout);
    assertThat(launch.environment().baselineKey()).isEqualTo(key);
    Map<BenchmarkId, Measurement> expected = new TreeMap<>();
    Answers.all(layout, launch.environment().jdk())
        .forEach((name, bytes) -> put(expected, BenchmarkId.of(name, Map.of()), bytes));
    expected
        .keySet()
        .removeIf(id -> !id.benchmark().matches(".*\\.(" + IN_EVERY_LAYOUT + ")Benchmark\\..*"));
    assertThat(launch.figures()).isEqualTo(expected);
  }

  /** Everything, measured once a JVM, on all JVMs at a time. */
  private static Launch launch(Path home) throws Exception {
    if (LAUNCHES.isEmpty()) {
      homes().forEach(each -> LAUNCHES.put(each, CompletableFuture.supplyAsync(() -> all(each))));
    }
    return Objects.requireNonNull(LAUNCHES.get(home)).get();
  }

  private static Launch all(Path home) {
    try {
      return Launch.of(MeasuringProcess.events(home, "\\.known\\."));
    } catch (Exception e) {
      throw new IllegalStateException("no known answer on " + home, e);
    }
  }

  private static Measurement figure(Path home, String name) throws Exception {
    return Objects.requireNonNull(launch(home).figures().get(id(name)), name);
  }

  private static void put(Map<BenchmarkId, Measurement> figures, BenchmarkId id, double bytes) {
    figures.put(id, exact(id, bytes));
  }

  private static BenchmarkId id(String name) {
    return BenchmarkId.of(TROUBLE + name, Map.of());
  }

  private static Measurement exact(BenchmarkId id, double bytes) {
    return Measurement.exact(id, Mode.WRITTEN, Metric.BYTES, bytes);
  }
}
