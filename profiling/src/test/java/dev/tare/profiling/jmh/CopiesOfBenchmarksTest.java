package dev.tare.profiling.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.known.HarnessBenchmark;
import dev.tare.profiling.known.ObjectBenchmark;
import dev.tare.profiling.known.TextBenchmark;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.testkit.TestJvms;
import dev.tare.profiling.wire.Counting;
import dev.tare.profiling.wire.Event;
import dev.tare.profiling.wire.Order;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies and bytes of the same operations in one JVM. */
class CopiesOfBenchmarksTest {
  private static final String INCLUDE =
      "TextBenchmark|ObjectBenchmark|fourThreads|uneven|fifthOf|preparedEachTime";

  private static final int LAUNCHES = Integer.getInteger("tare.written.launches", 1);

  /** Copies, copied bytes, boxings; all others have none. */
  private static final Map<String, List<Integer>> COPIED = Map.of(
      TextBenchmark.class.getName() + ".substring", List.of(1, 5, 0),
      TextBenchmark.class.getName() + ".concatenation", List.of(1, 13, 0),
      TextBenchmark.class.getName() + ".concatenationOfNumber", List.of(1, 15, 0),
      TextBenchmark.class.getName() + ".builder", List.of(1, 13, 0),
      ObjectBenchmark.class.getName() + ".copyOfMutable", List.of(1, 12, 0), // 3 references
      ObjectBenchmark.class.getName() + ".boxInsideTheCache", List.of(0, 0, 1),
      ObjectBenchmark.class.getName() + ".boxOutsideTheCache", List.of(0, 0, 1));

  static List<Path> homes() {
    return TestJvms.homes();
  }

  @ParameterizedTest
  @MethodSource("homes")
  void copies_areExactAndChangeNoByteInAnyLaunch(Path home) throws Exception {
    for (int i = 0; i < LAUNCHES; i++) {
      assertAnswers(Launch.of(MeasuringProcess.eventsWithCopies(home, INCLUDE)));
    }
  }

  private static void assertAnswers(Launch launch) {
    Map<String, Double> bytes = Answers.all(launch.environment().jdk());
    Map<BenchmarkId, List<Measurement>> expected = new TreeMap<>();
    for (BenchmarkId row : launch.rows()) {
      String name = row.benchmark();
      List<Integer> copied = COPIED.getOrDefault(name, List.of(0, 0, 0));
      expected.put(
          row,
          List.of(
              exact(row, Metric.BYTES, Objects.requireNonNull(bytes.get(name), name)),
              exact(row, Metric.COPIES, copied.get(0)),
              exact(row, Metric.COPIED_BYTES, copied.get(1)),
              exact(row, Metric.BOXINGS, copied.get(2))));
    }
    assertThat(launch.rows())
        .extracting(BenchmarkId::benchmark)
        .containsAll(COPIED.keySet())
        .contains(HarnessBenchmark.class.getName() + ".fourThreads");
    assertThat(launch.all()).isEqualTo(expected);
    launch
        .sites()
        .forEach((row, sites) -> assertAddUp(expected.getOrDefault(row, List.of()), sites));
    assertThat(launch.sites().get(id(TextBenchmark.class.getName() + ".builder")))
        .extracting(figure -> figure.site().kind() + " " + figure.site().type() + ' '
            + figure.site().method() + ' ' + figure.site().call() + ' '
            + figure.part().value()
            + ' ' + figure.part().metric().unit())
        .containsExactly(
            "STRING " + TextBenchmark.class.getName() + " builder StringBuilder.toString 1.0"
                + " copies/op",
            "STRING " + TextBenchmark.class.getName()
                + " builder StringBuilder.toString 13.0 B/op");
  }

  /** What the calls of a row add to a metric is the row's figure, exactly. */
  private static void assertAddUp(List<Measurement> figures, List<SiteFigure> sites) {
    assertThat(sites).isSorted();
    for (Measurement figure : figures) {
      if (figure.metric() != Metric.BYTES) {
        List<Measurement> parts = sites.stream()
            .map(SiteFigure::part)
            .filter(part -> part.metric() == figure.metric())
            .toList();
        assertThat(parts).allMatch(Measurement::isExact).noneMatch(part -> part.value() == 0);
        assertThat(parts.stream().mapToDouble(Measurement::value).sum()).isEqualTo(figure.value());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("homes")
  void copiesWithoutTheAgent_areRefused(Path home) throws Exception {
    Order order = new Order(
        List.of("nothing"),
        List.of(),
        Map.of(),
        Map.of(),
        0,
        Integer.MAX_VALUE,
        new Counting(Set.of(Metric.COPIES), List.of("com.acme"), List.of()));
    List<Event> events = MeasuringProcess.events(home, order);
    assertThat(((Event.Refused) events.get(events.size() - 1)).reason()).contains("-javaagent:");
  }

  private static BenchmarkId id(String name) {
    return BenchmarkId.of(name, Map.of());
  }

  private static Measurement exact(BenchmarkId row, Metric metric, double value) {
    return Measurement.exact(row, Mode.WRITTEN, metric, value);
  }
}
