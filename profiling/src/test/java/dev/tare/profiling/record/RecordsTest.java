package dev.tare.profiling.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordsTest {
  private static final BenchmarkId ROW = BenchmarkId.of("x.A.a", Map.of("b", "2", "a", "1"));

  @Test
  void row_isNamedByItsSortedParameters() {
    assertThat(ROW.toString()).isEqualTo("x.A.a[a=1,b=2]");
    assertThat(BenchmarkId.of("x.A.a", Map.of()).toString()).isEqualTo("x.A.a");
  }

  @Test
  void rowsParameters_cannotBeChanged() {
    Map<String, String> params = new TreeMap<>(Map.of("a", "1"));
    BenchmarkId row = BenchmarkId.of("x.A.a", params);
    params.put("a", "2");
    assertThat(row.params()).isEqualTo(Map.of("a", "1"));
    assertThatThrownBy(() -> row.params().put("a", "3"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void rowsOfOneText_areStillTwo() {
    BenchmarkId one = BenchmarkId.of("x.A.a", Map.of("a", "1,b=2", "b", "3"));
    BenchmarkId other = BenchmarkId.of("x.A.a", Map.of("a", "1", "b", "2,b=3"));
    assertThat(one.paramText()).isEqualTo(other.paramText());
    assertThat(one.compareTo(other)).isEqualTo(-other.compareTo(one)).isNotZero();
    assertThat(new TreeSet<>(java.util.List.of(one, other, ROW))).hasSize(3).contains(ROW);
    BenchmarkId longer = BenchmarkId.of("x.A.a", Map.of("a", "1", "b", "2"));
    BenchmarkId shorter = BenchmarkId.of("x.A.a", Map.of("a", "1,b=2"));
    assertThat(shorter.compareTo(longer)).isEqualTo(-longer.compareTo(shorter)).isNotZero();
    assertThat(one.compareTo(BenchmarkId.of("x.A.a", one.params()))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, 0, 0",
    "1, NaN, 1",
    "1, 1, NaN",
    "1, 2, 3",
    "4, 2, 3",
    "1, -1, 1",
    "1, 1, Infinity"
  })
  void whatIsNoFigure_isRefused(double value, double low, double high) {
    assertThatThrownBy(() -> new Measurement(ROW, Mode.WRITTEN, Metric.BYTES, value, low, high))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("x.A.a[a=1,b=2]: not a figure");
  }

  @Test
  void figure_isExactWithoutARange() {
    assertThat(Measurement.exact(ROW, Mode.WRITTEN, Metric.BYTES, 0).isExact()).isTrue();
    assertThat(new Measurement(ROW, Mode.WRITTEN, Metric.BYTES, 2, 1, 2).isExact())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({"17, COOPS, jdk17", "17, NOCOOPS, jdk17-nocoops", "25, COH, jdk25-coh"})
  void baselineKey_isReleaseAndLayout(int jdk, ObjectLayout layout, String key) {
    assertThat(new Environment(jdk, "v", "x", layout, "Linux", "amd64").baselineKey())
        .isEqualTo(key);
  }
}
