package dev.tare.reports.gate;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingTest {
  private static final Measurement COPYING =
      bytes(row("x.A.a", "size", "10", "variant", "COPYING"), 1872);
  private static final Measurement LEAN = bytes(row("x.A.a", "size", "10", "variant", "LEAN"), 72);

  @Test
  void rowsThatDifferInVariantAlone_areAPair() {
    Pairing pairing = Pairing.of(List.of(LEAN, COPYING));
    assertThat(pairing.unpaired()).isEmpty();
    assertThat(pairing.pairs())
        .containsExactly(
            new Pair(row("x.A.a", "size", "10"), Mode.WRITTEN, Metric.BYTES, COPYING, LEAN));
    assertThat(pairing.pairs().get(0).reduction()).isEqualTo(1 - 72.0 / 1872);
  }

  @Test
  void rowsThatDifferInMoreOrElsewhere_areNone() {
    List<Measurement> rows = List.of(
        COPYING,
        bytes(row("x.A.a", "size", "11", "variant", "LEAN"), 1),
        bytes(row("x.A.b", "size", "10", "variant", "LEAN"), 1),
        bytes(row("x.A.a", "size", "10", "variant", "POOLED"), 1),
        bytes(row("x.A.a", "size", "10"), 1),
        Measurement.exact(LEAN.id(), Mode.STEADY, Metric.BYTES, 1),
        Measurement.exact(LEAN.id(), Mode.WRITTEN, Metric.OBJECTS, 1));
    Pairing pairing = Pairing.of(rows);
    assertThat(pairing.pairs()).isEmpty();
    assertThat(pairing.unpaired()).containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void reductionFromNothing_isNoneOrUndefined() {
    assertThat(Pair.reduction(0, 0)).isZero();
    assertThat(Pair.reduction(0, 8)).isNull();
    assertThat(Pair.reduction(8, 16)).isEqualTo(-1);
  }

  @Test
  void area_isThePackageBelowBenchmarksOrTheLast() {
    assertThat(area("dev.tare.benchmarks.queue.QueueBenchmark.publish")).isEqualTo("queue");
    assertThat(area("dev.tare.benchmarks.worker.http.X.y")).isEqualTo("worker");
    assertThat(area("org.acme.text.X.y")).isEqualTo("text");
    assertThat(area("dev.tare.benchmarks.X.y")).isEqualTo("benchmarks");
    assertThat(area("X.y")).isEmpty();
  }

  @Test
  void areas_partThePairs() {
    Measurement copying = bytes(row("x.b.B.b", "variant", "COPYING"), 128);
    Measurement lean = bytes(row("x.b.B.b", "variant", "LEAN"), 28);
    Pairing pairing = Pairing.of(List.of(COPYING, LEAN, copying, lean));
    assertThat(pairing.byArea().keySet()).containsExactly("b", "x");
    assertThat(pairing.byArea().values())
        .extracting(Pairing::totals)
        .containsExactly(
            List.of(new PairTotal(Mode.WRITTEN, Metric.BYTES, 1, 128, 28)),
            List.of(new PairTotal(Mode.WRITTEN, Metric.BYTES, 1, 1872, 72)));
    assertThat(pairing.totals())
        .containsExactly(new PairTotal(Mode.WRITTEN, Metric.BYTES, 2, 2000, 100));
  }

  @Test
  void time_hasAnIntervalAndNoTotal() {
    Measurement copying = time("COPYING", 100, 90, 110);
    Measurement lean = time("LEAN", 25, 20, 30);
    Pairing pairing = Pairing.of(List.of(copying, lean));
    assertThat(pairing.totals()).isEmpty();
    assertThat(pairing.pairs().get(0).reduction()).isEqualTo(0.75);
    assertThat(pairing.pairs().get(0).leastReduction()).isEqualTo(1 - 30.0 / 90);
    assertThat(pairing.pairs().get(0).greatestReduction()).isEqualTo(1 - 20.0 / 110);
  }

  private static Measurement time(String variant, double value, double low, double high) {
    return new Measurement(
        row("x.A.a", "variant", variant), Mode.TIMED, Metric.TIME, value, low, high);
  }

  private static String area(String benchmark) {
    return new Pair(row(benchmark), Mode.WRITTEN, Metric.BYTES, COPYING, LEAN).area();
  }

  @Test
  void totals_sumByModeAndMetric() {
    Measurement more = bytes(row("x.B.b", "variant", "COPYING"), 128);
    Measurement less = bytes(row("x.B.b", "variant", "LEAN"), 128);
    Pairing pairing = Pairing.of(List.of(COPYING, LEAN, more, less, bytes(row("x.C.c"), 5)));
    assertThat(pairing.totals())
        .containsExactly(new PairTotal(Mode.WRITTEN, Metric.BYTES, 2, 2000, 200));
    assertThat(pairing.totals().get(0).reduction()).isEqualTo(0.9);
  }

  @Test
  void widestParam_isSummedOver_andTheOthersStayApart() {
    List<Measurement> rows = new ArrayList<>();
    for (String driver : List.of("FAKE", "JDBC")) {
      for (String operation : List.of("A", "B", "C")) {
        rows.add(bytes(
            row("x.A.a", "driver", driver, "operation", operation, "variant", "COPYING"), 100));
        rows.add(
            bytes(row("x.A.a", "driver", driver, "operation", operation, "variant", "LEAN"), 10));
      }
    }
    Pairing pairing = Pairing.of(rows);

    assertThat(pairing.widestParam()).contains("operation");
    assertThat(pairing.byAllBut("operation"))
        .extracting(Pairing::totals)
        .containsOnly(List.of(new PairTotal(Mode.WRITTEN, Metric.BYTES, 3, 300, 30)))
        .hasSize(2);
    assertThat(Pairing.of(List.of()).widestParam()).isEmpty();
  }
}
