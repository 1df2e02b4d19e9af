package dev.tare.reports.loads;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tare.reports.json.JsonTree;
import dev.tare.reports.page.figure.LatencyFigure;
import dev.tare.reports.page.figure.LatencyFigure.Measure;
import dev.tare.reports.render.FigureText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files that loads wrote, as figures. The tests of the loads run each again, and go red where what
 * it writes now has other fields than its file here.
 */
class LoadFiguresTest {
  private static final Path KEPT = Path.of("src", "test", "resources", "loads");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(KEPT)) {
      return files.sorted().toList();
    }
  }

  @Test
  void everyOperation_hasAFile() throws IOException {
    assertThat(files())
        .extracting(file -> LoadFigures.read(file).title())
        .containsExactly("api", "idle", "latency", "latency", "memory", "queue");
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_isOfTheSchema(Path file) throws IOException {
    String schema = Files.readString(Path.of("schema", "load.schema.json"));
    assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(schema)
            .validate(Files.readString(file), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_isShownWhole(Path file) throws IOException {
    JsonTree json = JsonTree.parse(Files.readString(file));
    LatencyFigure figure = LoadFigures.read(file);

    Map<String, Integer> groups = new TreeMap<>();
    json.get("series")
        .elements()
        .forEach(series -> groups.merge(series.get("group").text(), 1, Integer::sum));
    assertThat(figure.charts()).hasSize(groups.size());
    String charts =
        String.join("", figure.charts().stream().map(chart -> chart.html()).toList());
    groups.keySet().forEach(group -> assertThat(charts).contains(">" + group + "</b>"));
    assertThat(figure.source().command()).isEqualTo(json.get("command").text());
    assertThat(figure.measures()).hasSize(json.get("measures").elements().size());
    for (int i = 0; i < figure.measures().size(); i++) {
      assertShown(json.get("measures").elements().get(i), figure.measures().get(i));
    }
  }

  private static void assertShown(JsonTree json, Measure shown) {
    String text = shown.toString();
    assertThat(shown.name()).isEqualTo(json.get("name").text());
    assertThat(shown.group()).isEqualTo(json.get("group").text());
    assertThat(shown.unit()).isEqualTo(json.get("unit").text());
    for (String variant : List.of("copying", "lean")) {
      String figure = variant.equals("lean") ? shown.lean() : shown.copying();
      assertThat(figure)
          .as("%s of %s", variant, text)
          .startsWith(
              json.has(variant) ? FigureText.number(json.get(variant).number()) : FigureText.NONE);
    }
    assertThat(shown.ratio().endsWith(")") || shown.lean().endsWith(")"))
        .as("interval of %s", text)
        .isEqualTo(json.has("low"));
    assertThat(shown.fraction()).isEqualTo(json.has("ratio") ? json.get("ratio").number() : -1);
    assertThat(shown.moreIsBetter()).isEqualTo(shown.name().equals("messages"));
    assertThat(shown.bar().isEmpty()).isEqualTo(!json.has("bar") && !json.has("limit"));
  }
}
