package dev.tare.benchmarks.soak;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tare.benchmarks.soak.growth.ClassGrowth;
import dev.tare.benchmarks.soak.growth.Growth;
import dev.tare.benchmarks.soak.growth.Quantity;
import dev.tare.benchmarks.soak.growth.Sample;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What a soak found, as JSON: what is not known is null. */
final class SoakJson {
  private SoakJson() {}

  static String of(SoakResult result, String database) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeStringField("database", database);
      json.writeNumberField("maxHeap", Runtime.getRuntime().maxMemory());
      json.writeArrayFieldStart("growths");
      for (Growth growth : result.growths()) {
        json.writeStartObject();
        json.writeStringField("quantity", growth.quantity().label());
        json.writeStringField("verdict", growth.verdict().label());
        number(json, "first", growth.first());
        number(json, "last", growth.last());
        number(json, "perRun", growth.trend().slope());
        number(json, "low", growth.trend().low());
        number(json, "high", growth.trend().high());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("samples");
      for (Sample sample : result.samples()) {
        json.writeStartObject();
        json.writeNumberField("runs", sample.runs());
        for (Quantity quantity : Quantity.values()) {
          number(json, quantity.label(), quantity.of(sample));
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("classes");
      for (ClassGrowth growth : result.classes()) {
        json.writeStartObject();
        json.writeStringField("class", growth.name());
        json.writeNumberField("objects", growth.objects());
        json.writeNumberField("bytes", growth.bytes());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text can not fail to be written", e);
    }
    return text.append('\n').toString();
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
