package dev.tare.reports.layouts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tare.profiling.layout.InstanceLayout;
import dev.tare.profiling.layout.Slot;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Layouts as JSON, one line each: {@code schema}, {@code layouts} of {@code class}, {@code layout},
 * {@code instanceBytes}, {@code headerBytes}, {@code paddingBytes} and {@code slots} of
 * {@code offset}, {@code bytes}, and of a field its {@code name}, {@code type} and
 * {@code declaredBy}.
 */
public final class LayoutJson {
  private static final int SCHEMA = 1;
  private static final JsonFactory FACTORY = new JsonFactory();

  private LayoutJson() {}

  /** A complete document, with a line end. */
  public static String render(List<InstanceLayout> layouts) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("schema", SCHEMA);
      json.writeArrayFieldStart("layouts");
      for (InstanceLayout layout : layouts) {
        json.writeRaw('\n');
        write(json, layout);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string writer does not fail", impossible);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, InstanceLayout layout) throws IOException {
    json.writeStartObject();
    json.writeStringField("class", layout.type());
    json.writeStringField("layout", layout.vm().label());
    json.writeNumberField("instanceBytes", layout.instanceBytes());
    json.writeNumberField("headerBytes", layout.headerBytes());
    json.writeNumberField("paddingBytes", layout.paddingBytes());
    json.writeArrayFieldStart("slots");
    for (Slot slot : layout.slots()) {
      json.writeStartObject();
      json.writeNumberField("offset", slot.offset());
      json.writeNumberField("bytes", slot.bytes());
      if (!slot.isPadding()) {
        json.writeStringField("name", slot.name());
        json.writeStringField("type", slot.type());
        json.writeStringField("declaredBy", slot.declaredBy());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
