package dev.tare.reports.history;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.row;
import static dev.tare.reports.Sample.varying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.gate.Selection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Changes that were planted, none where there is none, and the page that shows them. */
class TrendTest {
  private static final Selection ALL = Selection.all(EnumSet.allOf(Mode.class));
  private static final BenchmarkId ROW = row("x.Text.parse");
  private static final long SEED = 20_261_126;

  @Test
  void twoHundredIdenticalPoints_haveNoChange() {
    assertThat(series(200, i -> bytes(ROW, 528)).changes()).isEmpty();
    assertThat(series(200, i -> varying(ROW, 528, 500, 530)).changes()).isEmpty();
  }

  @Test
  void exactFigure_changesAtEachStep() {
    Series series = series(200, i -> bytes(ROW, i < 120 ? 56 : i < 121 ? 64 : 40));
    assertThat(series.changes())
        .containsExactly(new Change(120, "c120", 56, 64), new Change(121, "c121", 64, 40));
    assertThat(TrendText.text(List.of(new Trend("jdk17", List.of("c0", "c199"), List.of(series)))))
        .isEqualTo("""
            jdk17: 1 of 1 figures changed in 2 runs, c0 to c199
              x.Text.parse written bytes
                64 → 40 (-37.5 %) at c121
                56 → 64 (+14.3 %) at c120
            """);
  }

  @Test
  void varyingFigure_changesWhereItsDistributionDoes() {
    Random random = new Random(SEED);
    Series series = series(200, i -> {
      double value = (i < 137 ? 1000 : 1200) + random.nextInt(60);
      return varying(ROW, value, value - 20, value + 20);
    });
    assertThat(series.exact()).isFalse();
    assertThat(series.changes()).as("seed %d", SEED).singleElement().satisfies(change -> {
      assertThat(change.commit()).isEqualTo("c137");
      assertThat(change.before()).isBetween(1000.0, 1060.0);
      assertThat(change.after()).isBetween(1200.0, 1260.0);
    });
  }

  @Test
  void shiftOfLessThanAHundredth_isNoChange() {
    Random random = new Random(SEED);
    Series series = series(100, i -> {
      double value = (i < 50 ? 100_000 : 100_500) + random.nextInt(10);
      return varying(ROW, value, value - 20, value + 20);
    });
    assertThat(series.changes()).as("seed %d", SEED).isEmpty();
  }

  @Test
  void figureThatIsGoneAndComesBack_isComparedWithWhatItWas() {
    History history = History.empty();
    history = history.with("c0", "jdk17", List.of(bytes(ROW, 24)), List.of(), ALL);
    history = history.with("c1", "jdk17", List.of(), List.of(), ALL);
    Series gone = Trend.of(history).get(0).series().get(0);
    assertThat(gone.present()).isFalse();
    assertThat(TrendText.name(gone)).endsWith("(gone)");
    history = history.with("c2", "jdk17", List.of(bytes(ROW, 32)), List.of(), ALL);
    Series back = Trend.of(history).get(0).series().get(0);
    assertThat(back.changes()).containsExactly(new Change(2, "c2", 24, 32));
    assertThat(TrendPage.path(back)).matches("M4 44H160M316 4H316");
  }

  @Test
  void page_showsTheLatestChangeFirstAndLoadsAndRunsNothing() {
    BenchmarkId odd = row("x.A.<b onclick=x>", "p", "\"><script>alert(1)</script>");
    History history = History.empty();
    for (int i = 0; i < 30; i++) {
      history = history.with(
          i == 20 ? "<img src=x>" : "c" + i,
          "jdk17",
          List.of(bytes(ROW, i < 10 ? 24 : 32), bytes(odd, i < 20 ? 8 : 0), bytes(row("x.Z.z"), 1)),
          List.of(),
          ALL);
    }
    List<Trend> trends = Trend.of(history);
    String page = TrendPage.render(trends);
    assertThat(page)
        .contains("default-src &#39;none&#39;")
        .contains("jdk17: 2 of 3 figures changed in 30 runs, c0 to c29")
        .contains("8 → 0 (-100.0 %) at &lt;img src=x")
        .containsSubsequence("x.A.&lt;b onclick=x", "x.Text.parse", "Without a change", "x.Z.z")
        .doesNotContain("<script", "<img", "<b ", "http:", "https:", "@import", "@@", "url(");
    assertThat(TrendText.markdown(trends))
        .contains("### jdk17: 2 of 3 figures changed in 30 runs, c0 to c29")
        .contains("| x.Text.parse written bytes | 24 → 32 (+33.3 %) at c10 |")
        .contains("\\<img src=x\\>", "\\<script\\>");
    assertThat(TrendText.text(List.of())).isEqualTo("no run yet\n");
    assertThat(TrendPage.render(List.of())).contains("No run yet.");
  }

  @Test
  void fiveHundredRunsOfEightHundredFigures_areASmallFile() throws Exception {
    Random random = new Random(SEED);
    History history = History.empty();
    for (int run = 0; run < 500; run++) {
      List<Measurement> figures = new ArrayList<>();
      for (int i = 0; i < 800; i++) {
        BenchmarkId id =
            row("dev.tare.benchmarks.Some" + i + "Benchmark.method", "variant", "LEAN");
        double noise = random.nextInt(100);
        // Forty vary from run to run; one of the others changes a run.
        figures.add(
            i < 40 ? varying(id, 1000 + noise, 900, 1100 + noise) : bytes(id, run >= i ? 48 : 56));
      }
      history = history.with("commit" + run, "jdk17", figures, List.of(), ALL);
    }
    String text = HistoryFormat.write(history);
    assertThat(text.length()).isLessThan(3_000_000);
    assertThat(HistoryFormat.read(text).history().runs()).hasSize(500);
    List<Trend> trends = Trend.of(history);
    assertThat(trends.get(0).series()).hasSize(800);
    assertThat(trends.get(0).changed()).as("seed %d", SEED).hasSizeBetween(460, 464);
    assertThat(TrendPage.render(trends).length()).isLessThan(1_000_000);
  }

  private static Series series(int runs, IntFunction<Measurement> figure) {
    History history = History.empty();
    for (int i = 0; i < runs; i++) {
      history = history.with("c" + i, "jdk17", List.of(figure.apply(i)), List.of(), ALL);
    }
    return Trend.of(history).get(0).series().get(0);
  }
}
