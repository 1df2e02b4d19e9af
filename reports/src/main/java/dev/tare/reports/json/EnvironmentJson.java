package dev.tare.reports.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.record.ObjectLayout;
import java.io.IOException;

/** The environment, as all files have it. */
public final class EnvironmentJson {
  private EnvironmentJson() {}

  /** Writes it as the field {@code environment}. */
  public static void write(JsonGenerator json, Environment environment) throws IOException {
    json.writeObjectFieldStart("environment");
    json.writeNumberField("jdk", environment.jdk());
    json.writeStringField("version", environment.version());
    json.writeStringField("vendor", environment.vendor());
    json.writeStringField("layout", environment.layout().label());
    json.writeStringField("os", environment.os());
    json.writeStringField("arch", environment.arch());
    json.writeEndObject();
  }

  /**
   * Reads it from that field.
   *
   * @throws IllegalArgumentException if it is not there, or lacks something
   */
  public static Environment read(JsonTree document) {
    JsonTree json = document.get("environment");
    return new Environment(
        (int) json.get("jdk").number(),
        json.get("version").text(),
        json.get("vendor").text(),
        json.get("layout").labelled(ObjectLayout.values(), ObjectLayout::label),
        json.get("os").text(),
        json.get("arch").text());
  }
}
