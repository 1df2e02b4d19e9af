package dev.tare.reports.render.ci;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tare.profiling.record.Measurement;
import dev.tare.reports.Decimal;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.Section;
import dev.tare.reports.render.Wording;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * The figures as github-action-benchmark takes them, tool {@code customSmallerIsBetter}: one entry
 * a figure, one line each. Of several environments each name begins with its key.
 */
public final class BenchmarkActionReport {
  private static final JsonFactory FACTORY = new JsonFactory();

  private BenchmarkActionReport() {}

  /** A complete document, with a line end. */
  public static String render(Report report) {
    StringWriter text = new StringWriter();
    boolean several = report.sections().size() > 1;
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartArray();
      for (Section section : report.sections()) {
        String prefix = several ? section.environment().baselineKey() + ' ' : "";
        for (Measurement figure : section.measurements()) {
          json.writeRaw('\n');
          write(prefix, figure, json);
        }
      }
      json.writeRaw('\n');
      json.writeEndArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string writer does not fail", impossible);
    }
    return text.append('\n').toString();
  }

  private static void write(String prefix, Measurement figure, JsonGenerator json)
      throws IOException {
    String name =
        figure.id() + " " + figure.mode().label() + ' ' + figure.metric().label();
    json.writeStartObject();
    json.writeStringField("name", Wording.clean(prefix + name));
    json.writeStringField("unit", figure.metric().unit());
    json.writeNumberField("value", Decimal.exact(figure.value()));
    if (!figure.isExact()) {
      json.writeStringField("range", Wording.figure(figure));
    }
    json.writeEndObject();
  }
}
