package dev.tare.reports.copies;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tare.profiling.copies.CopyKind;
import dev.tare.reports.Decimal;
import dev.tare.reports.copies.RunTable.Cell;
import dev.tare.reports.render.Section;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * What ran, as JSON, one line a record, sorted: {@code schema}, {@code key} of the baseline;
 * {@code areas} of {@code area}, {@code kind}, {@code apart} if it is in no total, {@code sites} by
 * variant, {@code run} and {@code bytes} an operation by variant; {@code total} of the same;
 * {@code rows} of {@code benchmark}, {@code params} and {@code calls}, each of {@code class},
 * {@code method}, {@code line}, {@code kind}, {@code call}, {@code area}, {@code run} and
 * {@code bytes}. Variants are {@code copying}, {@code lean}, and {@code all} where there are none.
 */
public final class RunJson {
  private static final int SCHEMA = 1;
  private static final JsonFactory FACTORY = new JsonFactory();

  private RunJson() {}

  /** A complete document, with a line end. */
  public static String render(Section section, RunTable table, Areas areas) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("schema", SCHEMA);
      json.writeStringField("key", section.environment().baselineKey());
      json.writeArrayFieldStart("areas");
      for (Map.Entry<String, Map<CopyKind, Cell>> area : table.byArea().entrySet()) {
        write(json, table, area.getKey(), area.getValue());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("total");
      write(json, table, "total", table.total());
      json.writeEndArray();
      json.writeArrayFieldStart("rows");
      for (RowSites row : RowSites.of(section)) {
        write(json, row, areas);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string writer does not fail", impossible);
    }
    return text.append('\n').toString();
  }

  private static void write(
      JsonGenerator json, RunTable table, String area, Map<CopyKind, Cell> cells)
      throws IOException {
    for (Map.Entry<CopyKind, Cell> entry : cells.entrySet()) {
      Cell cell = entry.getValue();
      json.writeRaw('\n');
      json.writeStartObject();
      json.writeStringField("area", area);
      json.writeStringField("kind", entry.getKey().label());
      if (table.isApart(area)) {
        json.writeBooleanField("apart", true);
      }
      json.writeObjectFieldStart("sites");
      for (CodeVariant variant : table.siteColumns()) {
        json.writeNumberField(variant.label(), cell.sites(variant));
      }
      json.writeEndObject();
      json.writeObjectFieldStart("run");
      for (CodeVariant variant : table.runColumns()) {
        number(json, variant.label(), cell.calls(variant));
      }
      json.writeEndObject();
      json.writeObjectFieldStart("bytes");
      for (CodeVariant variant : table.runColumns()) {
        number(json, variant.label(), cell.bytes(variant));
      }
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private static void write(JsonGenerator json, RowSites row, Areas areas) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringField("benchmark", row.id().benchmark());
    json.writeObjectFieldStart("params");
    for (Map.Entry<String, String> param : row.id().params().entrySet()) {
      json.writeStringField(param.getKey(), param.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("calls");
    for (RowSites.Call call : row.calls()) {
      json.writeRaw('\n');
      json.writeStartObject();
      CopyJson.site(json, call.site(), areas);
      number(json, "run", call.runs());
      number(json, "bytes", call.bytes());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, Sum sum) throws IOException {
    json.writeNumberField(name, Decimal.exact(sum.value()));
  }
}
