package dev.tare.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.ObjectLayout;
import dev.tare.reports.Sample;
import dev.tare.reports.gate.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RecordsSchemaTest {
  private static final String COMMAND = "tare run";

  private static String text = "";
  private static JsonSchema schema;

  @BeforeAll
  static void readSchema() throws IOException {
    text = Files.readString(Path.of("schema", "records.schema.json"));
    schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
  }

  @Test
  void everyDocument_isValid() {
    List<Section> sections = new ArrayList<>(SampleReport.everything().sections());
    sections.addAll(SampleReport.unjudged().sections());
    sections.addAll(SampleReport.timed().sections());
    sections.forEach(
        section -> assertThat(problems(JsonReport.render(section, COMMAND))).isEmpty());
  }

  @Test
  void everyModeMetricAndUnit_isInTheSchema() {
    List<Measurement> figures = new ArrayList<>();
    for (Mode mode : Mode.values()) {
      for (Metric metric : Metric.values()) {
        figures.add(Measurement.exact(Sample.row("a.B.c"), mode, metric, 0));
      }
    }
    Section section = SampleReport.section(Sample.JDK_17, figures, List.of(), Optional.empty());
    assertThat(problems(JsonReport.render(section, COMMAND))).isEmpty();
  }

  @Test
  void callsBesideAFigure_areInTheSchema() {
    Measurement exact = Measurement.exact(Sample.row("a.B.c"), Mode.WRITTEN, Metric.COPIES, 2);
    Measurement varying =
        new Measurement(Sample.row("a.B.d"), Mode.WRITTEN, Metric.COPIES, 2.5, 2, 3);
    List<SiteFigure> sites = new ArrayList<>();
    for (CopyKind kind : CopyKind.values()) {
      sites.add(new SiteFigure(new CopySite("a.B", "m", 7, kind, "String.trim"), exact));
    }
    sites.add(new SiteFigure(new CopySite("a.B", "m", 7, CopyKind.ARRAY, "array.clone"), varying));
    Section bare =
        SampleReport.section(Sample.JDK_17, List.of(exact, varying), List.of(), Optional.empty());
    Section section = new Section(
        bare.environment(),
        bare.measurements(),
        bare.failures(),
        bare.pairing(),
        bare.judgement(),
        sites);
    String json = JsonReport.render(section, COMMAND);
    assertThat(problems(json)).isEmpty();
    assertThat(json)
        .contains("\"call\": \"array.clone\", \"location\": \"a.B.m:7\","
            + " \"value\": 2.5, \"low\": 2, \"high\": 3 } ] }\n");
    assertThat(problems(json.replace("\"call\"", "\"class\""))).isNotEmpty();
  }

  @Test
  void everyStatusAndLayout_isInTheSchema() {
    for (Status status : Status.values()) {
      assertThat(text).contains('"' + status.label() + '"');
    }
    for (ObjectLayout layout : ObjectLayout.values()) {
      assertThat(text).contains('"' + layout.label() + '"');
    }
  }

  @Test
  void wrongDocuments_areNot() {
    String valid = JsonReport.render(SampleReport.everything().sections().get(0), COMMAND);
    assertThat(problems(valid.replace("\"schema\": 1", "\"schema\": 2"))).isNotEmpty();
    assertThat(problems(valid.replace("\"value\": 96", "\"value\": \"96\""))).isNotEmpty();
    assertThat(problems(valid.replace("\"value\": 96", "\"value\": -96"))).isNotEmpty();
    assertThat(problems(valid.replace("\"pairs\"", "\"peers\""))).isNotEmpty();
    assertThat(problems(valid.replace("\"low\": 512.5, ", ""))).isNotEmpty();
  }

  private static List<String> problems(String json) {
    return schema.validate(json, InputFormat.JSON).stream()
        .map(Object::toString)
        .toList();
  }
}
