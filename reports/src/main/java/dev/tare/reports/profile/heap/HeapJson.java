package dev.tare.reports.profile.heap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Environment;
import dev.tare.reports.json.EnvironmentJson;
import dev.tare.reports.json.JsonFile;
import dev.tare.reports.json.JsonTree;
import dev.tare.reports.profile.heap.HeapStory.Collections;
import dev.tare.reports.profile.heap.HeapStory.Live;
import dev.tare.reports.profile.heap.HeapStory.Reading;
import dev.tare.reports.profile.heap.HeapStory.Site;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/** Stories for programs: one JSON document, and the series alone as CSV. */
final class HeapJson {
  private static final int SCHEMA = 1;
  private static final JsonFactory FACTORY = new JsonFactory();

  static final String NAME = "heap.json";

  /** Of readings, in the order of {@link Reading}. */
  private static final List<String> COLUMNS =
      List.of("used", "committed", "resident", "nativeCommitted");

  private static final String ADVICE = "give a heap.json that 'tare profile --heap' wrote";

  private HeapJson() {}

  /**
   * What a file tells.
   *
   * @param command what records it again; empty if the file does not tell
   * @param environment the JVM, if the file tells
   * @param title what the rows have in common
   * @param stories one a row
   */
  record Told(
      String command, Optional<Environment> environment, String title, List<HeapStory> stories) {}

  /** A complete document, with a line end. Bytes, milliseconds since the start, nanoseconds. */
  static String render(Told told) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("schema", SCHEMA);
      json.writeStringField("command", told.command());
      if (told.environment().isPresent()) {
        EnvironmentJson.write(json, told.environment().get());
      }
      json.writeStringField("title", told.title());
      json.writeArrayFieldStart("rows");
      for (HeapStory story : told.stories()) {
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
    json.writeStringField("label", story.label());
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
    json.writeNumberField("pauseP50Nanos", done.p50Nanos());
    json.writeNumberField("pauseP99Nanos", done.p99Nanos());
    json.writeNumberField("pauseMaxNanos", done.maxNanos());
    json.writeNumberField("promotedBytes", done.promotedBytes());
    json.writeEndObject();
    json.writeArrayFieldStart("live");
    for (Live live : story.live()) {
      pair(json, live.millis(), live.bytes());
    }
    json.writeEndArray();
    column(json, COLUMNS.get(0), story, Reading::used);
    column(json, COLUMNS.get(1), story, Reading::committed);
    column(json, COLUMNS.get(2), story, Reading::resident);
    column(json, COLUMNS.get(3), story, Reading::nativeCommitted);
    json.writeEndObject();
  }

  private static void column(
      JsonGenerator json, String name, HeapStory story, ToLongFunction<Reading> value)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Reading reading : story.readings()) {
      pair(json, reading.millis(), value.applyAsLong(reading));
    }
    json.writeEndArray();
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

  /**
   * Reads what {@link #render} wrote.
   *
   * @throws dev.tare.reports.UserError if it is none
   */
  static Told read(Path file) {
    return JsonFile.read(
        file,
        ADVICE,
        json -> new Told(
            json.text("command", ""),
            json.has("environment") ? Optional.of(EnvironmentJson.read(json)) : Optional.empty(),
            json.get("title").text(),
            json.get("rows").elements().stream().map(HeapJson::story).toList()));
  }

  private static HeapStory story(JsonTree json) {
    SortedMap<Long, long[]> readings = new TreeMap<>();
    for (int i = 0; i < COLUMNS.size(); i++) {
      for (JsonTree pair : json.elements(COLUMNS.get(i))) {
        readings.computeIfAbsent(number(pair, 0), time -> unknown())[i] = number(pair, 1);
      }
    }
    JsonTree peak = json.get("peak");
    JsonTree done = json.get("collections");
    List<Live> live = json.get("live").elements().stream()
        .map(pair -> new Live(number(pair, 0), number(pair, 1)))
        .toList();
    if (live.isEmpty()) {
      throw new IllegalArgumentException("'live' of a row is empty");
    }
    return new HeapStory(
        BenchmarkId.of(json.get("row").text(), Map.of()),
        json.get("label").text(),
        readings.entrySet().stream()
            .map(entry -> reading(entry.getKey(), entry.getValue()))
            .toList(),
        live,
        new Collections(
            (int) done.get("count").number(),
            (long) done.get("pauseP50Nanos").number(),
            (long) done.get("pauseP99Nanos").number(),
            (long) done.get("pauseMaxNanos").number(),
            (long) done.get("promotedBytes").number()),
        new Live(
            (long) peak.get("millis").number(), (long) peak.get("liveBytes").number()),
        (long) peak.get("sampledMillis").number(),
        peak.get("sites").elements().stream()
            .map(site -> new Site(
                site.get("share").number(),
                site.get("class").text(),
                site.get("location").text()))
            .toList());
  }

  private static long[] unknown() {
    long[] columns = new long[COLUMNS.size()];
    Arrays.fill(columns, HeapStory.UNKNOWN);
    return columns;
  }

  private static Reading reading(long millis, long[] columns) {
    return new Reading(millis, columns[0], columns[1], columns[2], columns[3]);
  }

  private static long number(JsonTree pair, int index) {
    List<JsonTree> numbers = pair.elements();
    if (numbers.size() != 2) {
      throw new IllegalArgumentException("a point is not a pair of numbers");
    }
    return (long) numbers.get(index).number();
  }
}
