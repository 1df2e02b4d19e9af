package dev.tare.reports.layouts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tare.profiling.layout.InstanceLayout;
import dev.tare.profiling.layout.LayoutStream;
import dev.tare.profiling.layout.ObjectGraph;
import dev.tare.profiling.layout.Slot;
import dev.tare.profiling.layout.VmLayout;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * Layouts as JSON, one line each: {@code schema}, {@code command}, {@code layouts} of
 * {@code class}, {@code layout}, {@code instanceBytes}, {@code headerBytes}, {@code paddingBytes}
 * and {@code slots} of {@code offset}, {@code bytes}, and of a field its {@code name}, {@code type}
 * and {@code declaredBy}; and {@code graphs} of {@code source}, {@code class}, {@code running}
 * layout, {@code sizes} of {@code layout}, {@code objects} and {@code bytes}, and {@code classes}
 * of {@code class}, {@code objects} and {@code bytes} by layout.
 */
public final class LayoutJson {
  private static final int SCHEMA = 1;
  private static final JsonFactory FACTORY = new JsonFactory();

  private LayoutJson() {}

  /** A complete document, with a line end. */
  public static String render(LayoutStream.Content content, String command) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("schema", SCHEMA);
      json.writeStringField("command", command);
      json.writeArrayFieldStart("layouts");
      for (InstanceLayout layout : content.layouts()) {
        json.writeRaw('\n');
        write(json, layout);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("graphs");
      for (ObjectGraph graph : content.graphs()) {
        json.writeRaw('\n');
        write(json, graph);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string writer does not fail", impossible);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, ObjectGraph graph) throws IOException {
    json.writeStartObject();
    json.writeStringField("source", graph.source());
    json.writeStringField("class", graph.type());
    json.writeStringField("running", graph.running().label());
    json.writeArrayFieldStart("sizes");
    for (VmLayout vm : VmLayout.values()) {
      json.writeStartObject();
      json.writeStringField("layout", vm.label());
      json.writeNumberField("objects", graph.size(vm).objects());
      json.writeNumberField("bytes", graph.size(vm).bytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("classes");
    for (ObjectGraph.Share share : graph.shares()) {
      json.writeStartObject();
      json.writeStringField("class", share.type());
      json.writeNumberField("objects", share.objects());
      json.writeObjectFieldStart("bytes");
      for (VmLayout vm : VmLayout.values()) {
        json.writeNumberField(vm.label(), share.bytes(vm));
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
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
