package dev.tare.reports.profile.heap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tare.reports.profile.heap.HeapStory.Collections;
import dev.tare.reports.profile.heap.HeapStory.Live;
import dev.tare.reports.profile.heap.HeapStory.Reading;
import dev.tare.reports.profile.heap.HeapStory.Site;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Stories for programs: one JSON document, and the series alone as CSV. */
final class HeapJson {
  private static final int SCHEMA = 1;
  private static final JsonFactory FACTORY = new JsonFactory();

  private HeapJson() {}

  /** A complete document, with a line end. Bytes, milliseconds since the start, nanoseconds. */
  static String render(List<HeapStory> stories) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("schema", SCHEMA);
      json.writeArrayFieldStart("rows");
      for (HeapStory story : stories) {
        json.writeRaw('\n');
        write(json, story);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string writer does not fail", impossible);
    }
    return text.append('\n').toString();
  }

  /** Every reading of every row, a line each, with headings; what is unknown is empty. */
  static String csv(List<HeapStory> stories) {
    StringBuilder csv = new StringBuilder("row,millis,heapUsedBytes,heapCommittedBytes,"
        + "residentBytes,nativeCommittedBytes,liveBytes\n");
    for (HeapStory story : stories) {
      String name = '"' + story.id().toString().replace("\"", "\"\"") + '"';
      for (Reading reading : story.readings()) {
        csv.append(name).append(',').append(reading.millis());
        csv.append(',').append(reading.used()).append(',').append(reading.committed());
        csv.append(',').append(known(reading.resident()));
        csv.append(',').append(known(reading.nativeCommitted())).append(",\n");
      }
      for (Live live : story.live()) {
        csv.append(name).append(',').append(live.millis());
        csv.append(",,,,,").append(live.bytes()).append('\n');
      }
    }
    return csv.toString();
  }

  private static String known(long bytes) {
    return bytes == HeapStory.UNKNOWN ? "" : Long.toString(bytes);
  }

  private static void write(JsonGenerator json, HeapStory story) throws IOException {
    json.writeStartObject();
    json.writeStringField("row", story.id().toString());
    json.writeObjectFieldStart("peak");
    json.writeNumberField("millis", story.peak().millis());
    json.writeNumberField("liveBytes", story.peak().bytes());
    json.writeNumberField("sampledMillis", story.sampledMillis());
    json.writeArrayFieldStart("sites");
    for (Site site : story.sites()) {
      json.writeStartObject();
      json.writeNumberField("share", site.share());
      json.writeStringField("class", site.type());
      json.writeStringField("location", site.location());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    Collections done = story.collections();
    json.writeObjectFieldStart("collections");
    json.writeNumberField("count", done.count());
    json.writeNumberField("pauseP50Nanos", done.pause(50));
    json.writeNumberField("pauseP99Nanos", done.pause(99));
    json.writeNumberField("pauseMaxNanos", done.pause(100));
    json.writeNumberField("promotedBytes", done.promotedBytes());
    json.writeEndObject();
    json.writeArrayFieldStart("live");
    for (Live live : story.live()) {
      pair(json, live.millis(), live.bytes());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("resident");
    for (Reading reading : story.readings()) {
      pair(json, reading.millis(), reading.resident());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("nativeCommitted");
    for (Reading reading : story.readings()) {
      pair(json, reading.millis(), reading.nativeCommitted());
    }
    json.writeEndArray();
    json.writeArrayFieldStart("used");
    for (Reading reading : story.readings()) {
      pair(json, reading.millis(), reading.used());
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Of what is unknown there is no pair. */
  private static void pair(JsonGenerator json, long millis, long bytes) throws IOException {
    if (bytes != HeapStory.UNKNOWN) {
      json.writeStartArray();
      json.writeNumber(millis);
      json.writeNumber(bytes);
      json.writeEndArray();
    }
  }
}
