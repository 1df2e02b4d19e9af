package dev.tare.reports.profile.row;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.profiling.recording.ProfileEvent;
import dev.tare.reports.json.EnvironmentJson;
import dev.tare.reports.json.JsonFile;
import dev.tare.reports.json.JsonTree;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What a directory of a profile is of: the file {@code profile.json} in it.
 *
 * @param command what records it again, without credentials
 * @param environment the JVM
 * @param id the row
 * @param seconds how long it was recorded
 * @param recorder what recorded it
 * @param events of which there are stacks, as {@code cpu.collapsed}
 */
public record RowFile(
    String command,
    Environment environment,
    BenchmarkId id,
    int seconds,
    String recorder,
    List<ProfileEvent> events) {
  /** The file's name. */
  public static final String NAME = "profile.json";

  private static final int SCHEMA = 1;
  private static final String ADVICE = "give a directory that 'tare profile' wrote";
  private static final JsonFactory FACTORY = new JsonFactory();

  /** A complete document, with a line end. */
  public String json() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("schema", SCHEMA);
      json.writeStringField("command", command);
      EnvironmentJson.write(json, environment);
      json.writeStringField("benchmark", id.benchmark());
      json.writeObjectFieldStart("params");
      for (Map.Entry<String, String> param : id.params().entrySet()) {
        json.writeStringField(param.getKey(), param.getValue());
      }
      json.writeEndObject();
      json.writeNumberField("seconds", seconds);
      json.writeStringField("recorder", recorder);
      json.writeArrayFieldStart("events");
      for (ProfileEvent event : events) {
        json.writeString(event.label());
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string writer does not fail", impossible);
    }
    return text.append('\n').toString();
  }

  /**
   * Reads one.
   *
   * @throws dev.tare.reports.UserError if it is none
   */
  static RowFile read(Path file) {
    return JsonFile.read(file, ADVICE, RowFile::of);
  }

  private static RowFile of(JsonTree json) {
    return new RowFile(
        json.get("command").text(),
        EnvironmentJson.read(json),
        BenchmarkId.of(json.get("benchmark").text(), json.get("params").texts()),
        (int) json.get("seconds").number(),
        json.get("recorder").text(),
        json.get("events").elements().stream()
            .map(event -> event.labelled(ProfileEvent.values(), ProfileEvent::label))
            .toList());
  }
}
