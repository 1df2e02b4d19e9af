package dev.tare.reports.copies;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The table and its sites as JSON, one line a record, sorted: {@code schema}, {@code classes},
 * {@code areas} of {@code area}, a number a kind and their sum {@code copies}, {@code total} of the
 * same, {@code sites} of {@code class}, {@code method}, {@code line}, {@code kind}, {@code call}
 * and {@code area}.
 */
public final class CopyJson {
  private static final int SCHEMA = 1;
  private static final JsonFactory FACTORY = new JsonFactory();

  private CopyJson() {}

  /** A complete document, with a line end. */
  public static String render(CopyTable table, List<CopySite> sites, Areas areas, int classes) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("schema", SCHEMA);
      json.writeNumberField("classes", classes);
      json.writeArrayFieldStart("areas");
      for (CopyTable.Row row : table.rows()) {
        json.writeRaw('\n');
        write(json, row);
      }
      json.writeEndArray();
      json.writeFieldName("total");
      write(json, table.total());
      json.writeArrayFieldStart("sites");
      for (CopySite site : sites) {
        json.writeRaw('\n');
        json.writeStartObject();
        site(json, site, areas);
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string writer does not fail", impossible);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, CopyTable.Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("area", row.area());
    for (CopyKind kind : CopyKind.values()) {
      json.writeNumberField(kind.label(), row.of(kind));
    }
    json.writeNumberField("copies", row.copies());
    json.writeEndObject();
  }

  /** The fields of a site. */
  static void site(JsonGenerator json, CopySite site, Areas areas) throws IOException {
    json.writeStringField("class", site.type());
    json.writeStringField("method", site.method());
    json.writeNumberField("line", site.line());
    json.writeStringField("kind", site.kind().label());
    json.writeStringField("call", site.call());
    json.writeStringField("area", areas.of(site));
  }
}
