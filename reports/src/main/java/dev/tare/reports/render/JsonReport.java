package dev.tare.reports.render;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Failure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.Site;
import dev.tare.reports.Decimal;
import dev.tare.reports.causes.Cause;
import dev.tare.reports.causes.SiteChange;
import dev.tare.reports.gate.Judgement;
import dev.tare.reports.gate.Pair;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import dev.tare.reports.json.EnvironmentJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One section as JSON, by {@code reports/schema/records.schema.json}: one line a record, sorted, so
 * that two files compare line by line. A whole number is written as one: 24, not 24.0.
 */
public final class JsonReport {
  private static final int SCHEMA = 1;

  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonReport() {}

  /**
   * A complete document, with a line end.
   *
   * @param command what makes it again, without credentials
   */
  public static String render(Section section, String command) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(onePerLine());
      json.writeStartObject();
      json.writeNumberField("schema", SCHEMA);
      json.writeStringField("command", command);
      EnvironmentJson.write(json, section.environment());
      measurements(json, section);
      pairs(json, section.pairing().pairs());
      verdicts(json, section);
      failures(json, section.failures());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string writer does not fail", impossible);
    }
    return text.append('\n').toString();
  }

  private static void measurements(JsonGenerator json, Section section) throws IOException {
    json.writeArrayFieldStart("measurements");
    for (Measurement figure : section.measurements()) {
      json.writeStartObject();
      row(json, figure.id(), figure.mode());
      json.writeStringField("metric", figure.metric().label());
      value(json, figure);
      json.writeStringField("unit", figure.metric().unit());
      sites(json, figure.sites());
      copySites(json, section.sitesOf(figure));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void value(JsonGenerator json, Measurement figure) throws IOException {
    number(json, "value", figure.value());
    if (!figure.isExact()) {
      number(json, "low", figure.low());
      number(json, "high", figure.high());
    }
  }

  private static void copySites(JsonGenerator json, List<SiteFigure> figures) throws IOException {
    if (figures.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("sites");
    for (SiteFigure figure : figures) {
      json.writeStartObject();
      json.writeStringField("kind", figure.site().kind().label());
      json.writeStringField("call", figure.site().call());
      json.writeStringField("location", figure.site().location());
      value(json, figure.part());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void sites(JsonGenerator json, List<Site> sites) throws IOException {
    if (!sites.isEmpty()) {
      json.writeArrayFieldStart("sites");
      for (Site site : sites) {
        json.writeStartObject();
        json.writeStringField("class", site.type());
        json.writeStringField("location", site.location());
        number(json, "value", site.value());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }

  private static void pairs(JsonGenerator json, List<Pair> pairs) throws IOException {
    json.writeArrayFieldStart("pairs");
    for (Pair pair : pairs) {
      json.writeStartObject();
      row(json, pair.id(), pair.mode());
      json.writeStringField("metric", pair.metric().label());
      number(json, "copying", pair.copying().value());
      number(json, "lean", pair.lean().value());
      number(json, "reduction", pair.reduction());
      if (pair.metric() == Metric.TIME) {
        number(json, "reductionLow", pair.leastReduction());
        number(json, "reductionHigh", pair.greatestReduction());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void verdicts(JsonGenerator json, Section section) throws IOException {
    json.writeArrayFieldStart("verdicts");
    for (Verdict verdict : section.judgement().map(Judgement::verdicts).orElse(List.of())) {
      json.writeStartObject();
      row(json, verdict.id(), verdict.mode());
      json.writeStringField(
          "metric", verdict.metric() == null ? null : verdict.metric().label());
      number(json, "value", value(verdict.measured()));
      number(json, "baseline", value(verdict.baseline()));
      number(json, "limit", verdict.limit());
      json.writeStringField("status", verdict.status().label());
      causes(json, section.causeOf(verdict).map(Cause::changes).orElse(List.of()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void causes(JsonGenerator json, List<SiteChange> changes) throws IOException {
    if (changes.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("causes");
    for (SiteChange change : changes) {
      json.writeStartObject();
      json.writeStringField("change", change.kind().label());
      json.writeStringField("what", change.what());
      json.writeStringField("method", change.method());
      json.writeArrayFieldStart("lines");
      for (int line : change.lines()) {
        json.writeNumber(line);
      }
      json.writeEndArray();
      number(json, "before", change.before());
      number(json, "after", change.after());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void failures(JsonGenerator json, List<Failure> failures) throws IOException {
    json.writeArrayFieldStart("failures");
    for (Failure failure : failures) {
      json.writeStartObject();
      row(json, failure.id(), failure.mode());
      if (failure.kind() == Failure.Kind.NOT_STABLE) {
        json.writeStringField("status", Status.UNSTABLE.label());
      }
      json.writeStringField("message", failure.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void row(JsonGenerator json, BenchmarkId id, Mode mode) throws IOException {
    json.writeStringField("benchmark", id.benchmark());
    json.writeObjectFieldStart("params");
    for (Map.Entry<String, String> param : id.params().entrySet()) {
      json.writeStringField(param.getKey(), param.getValue());
    }
    json.writeEndObject();
    json.writeStringField("mode", mode.label());
  }

  private static @Nullable Double value(@Nullable Measurement figure) {
    return figure == null ? null : figure.value();
  }

  private static void number(JsonGenerator json, String name, @Nullable Double value)
      throws IOException {
    if (value == null) {
      json.writeNullField(name);
    } else {
      json.writeNumberField(name, Decimal.exact(value));
    }
  }

  /** Breaks lines in the document and in its arrays, and nowhere inside a record. */
  private static DefaultPrettyPrinter onePerLine() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
        .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
        .withObjectEntrySpacing(Separators.Spacing.NONE));
    printer.indentArraysWith(new TopLevelOnly(lines, 2));
    printer.indentObjectsWith(new TopLevelOnly(lines, 1));
    return printer;
  }

  /** Breaks lines as far as {@code depth} levels down, and writes a space below. */
  private record TopLevelOnly(DefaultIndenter lines, int depth)
      implements DefaultPrettyPrinter.Indenter {
    @Override
    public void writeIndentation(JsonGenerator json, int level) throws IOException {
      if (json.getOutputContext().getNestingDepth() <= depth) {
        lines.writeIndentation(json, level);
      } else {
        json.writeRaw(' ');
      }
    }

    @Override
    public boolean isInline() {
      return false;
    }
  }
}
