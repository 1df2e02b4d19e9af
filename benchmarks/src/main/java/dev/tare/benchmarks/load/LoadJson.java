package dev.tare.benchmarks.load;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** The figures as JSON: what is not known is null. */
final class LoadJson {

  private LoadJson() {}

  static String of(List<LoadResult> results, String database) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeArrayFieldStart("results");
      for (LoadResult result : results) {
        write(json, result, database);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("ratios");
      for (Ratio ratio : Ratio.of(results)) {
        json.writeStartObject();
        json.writeStringField("operation", ratio.operation().label());
        json.writeStringField("subject", ratio.subject());
        json.writeStringField("peer", ratio.peer());
        number(json, "tasksPerSecond", ratio.tasksPerSecond());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text can not fail to be written", e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, LoadResult result, String database)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("subject", result.subject());
    json.writeStringField("operation", result.operation().label());
    json.writeStringField("database", database);
    number(json, "tasksPerSecond", result.tasksPerSecond());
    number(json, "bytesPerTask", result.bytesPerTask());
    number(json, "roundTripsPerTask", result.roundTripsPerTask());
    number(json, "jvmCpuMicros", result.jvmCpuMicros());
    number(json, "serverCpuMicros", result.serverCpuMicros());
    json.writeNumberField("rounds", result.rates().size());
    json.writeArrayFieldStart("tasksPerSecondByRound");
    for (double rate : result.rates()) {
      json.writeNumber(rate);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (Double.isNaN(value)) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, value);
    }
  }
}
