package dev.tare.benchmarks.load.figures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.ObjectLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingsTest {
  @TempDir
  Path folder;

  @Test
  void document_isValidAndLeavesOutWhatIsNotKnown() throws IOException {
    String json = FindingsJson.of(findings());

    assertThat(LoadSchema.problems(json)).isEmpty();
    JsonNode tree = new ObjectMapper().readTree(json);
    JsonNode series = tree.get("series").get(0);
    assertThat(series.get("count").asLong()).isEqualTo(5_000);
    assertThat(series.get("percentiles").get(0).get(0).asDouble()).isZero();
    JsonNode last = series.get("percentiles").get(series.get("percentiles").size() - 1);
    assertThat(last.get(0).asDouble()).isEqualTo(100);
    assertThat(last.get(1).asDouble()).isBetween(5_000.0, 5_010.0);
    assertThat(series.get("points").get("p50").get("value").asDouble()).isBetween(2_498.0, 2_503.0);
    JsonNode idle = tree.get("measures").get(1);
    assertThat(idle.has("copying")).isFalse();
    assertThat(idle.has("low")).isFalse();
    assertThat(idle.get("limit").asDouble()).isEqualTo(2);
  }

  @Test
  void emptyFindings_areValid() throws IOException {
    Findings none =
        new Findings("idle", "scripts/load idle", jdk(), "2026-11-26", 2, "", List.of(), List.of());

    assertThat(LoadSchema.problems(FindingsJson.of(none))).isEmpty();
  }

  @Test
  void log_isReadByHdrHistogramsOwnReader_anIntervalARound() throws IOException {
    Path json = FindingsFiles.write(findings(), folder);

    assertThat(json).hasFileName("api.json");
    String name = new ObjectMapper()
        .readTree(json.toFile())
        .get("series")
        .get(0)
        .get("log")
        .asText();
    assertThat(name).isEqualTo("api-list-tasks-at-800-s-lean.hlog");
    List<Histogram> read = new ArrayList<>();
    try (HistogramLogReader reader = new HistogramLogReader(folder.resolve(name).toFile())) {
      for (EncodableHistogram next = reader.nextIntervalHistogram();
          next != null;
          next = reader.nextIntervalHistogram()) {
        read.add((Histogram) next);
      }
    }
    assertThat(read).isEqualTo(rounds());
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(2); // nothing half-written stays
    }
  }

  @Test
  void text_hasARowASeriesAndAFigure() {
    assertThat(FindingsText.of(findings())).isEqualTo("""
        SQLite · jdk17 · 2 cores · 2026-11-26

        group                variant  rate/s  count  p50 us  p90 us  p99 us  p99.9 us  max us
        list tasks at 800/s  lean        800  5,000   2,499   4,502   4,952     4,993   5,001

        group                figure          copying  lean  ratio  between    and  at most    \s
        list tasks at 800/s  p50, us              10     5  0.500    0.400  0.600      0.8  met
        idle node            asked, stmts/s        –     1      –        –      –        2  met
        """);
  }

  private static Findings findings() {
    Measure pair = Measure.pair(
            "list tasks at 800/s", "p50", "us", new double[] {10, 10, 10, 10, 10}, new double[] {
              4, 5, 5, 5, 6
            })
        .withBar(0.8);
    Measure idle =
        Measure.lean("idle node", "asked", "stmts/s", Interval.exactly(1)).withLimit(2);
    return new Findings(
        "api",
        "scripts/load api",
        jdk(),
        "2026-11-26",
        2,
        "SQLite",
        List.of(new Series("list tasks at 800/s", "lean", 800, rounds())),
        List.of(pair, idle));
  }

  private static List<Histogram> rounds() {
    List<Histogram> rounds = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      Histogram times = Series.histogram();
      for (int i = 0; i < 1_000; i++) {
        times.recordValue((5L * i + round + 1) * 1_000);
      }
      times.setStartTimeStamp(1_800_000_000_000L + round * 1_000L);
      times.setEndTimeStamp(1_800_000_001_000L + round * 1_000L);
      rounds.add(times);
    }
    return rounds;
  }

  private static Environment jdk() {
    return new Environment(17, "17.0.15+6", "Debian", ObjectLayout.COOPS, "Linux", "amd64");
  }
}
