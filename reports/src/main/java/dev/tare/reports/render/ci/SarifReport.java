package dev.tare.reports.render.ci;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.tare.reports.PercentCode;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.Section;
import dev.tare.reports.render.Wording;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * SARIF 2.1.0: a run an environment, a result a figure that is not in order. A result is known
 * again in the next analysis by its row, mode and metric.
 */
public final class SarifReport {
  private static final String SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
      + "schemas/sarif-schema-2.1.0.json";
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final PercentCode URI = new PercentCode("._-~/$");

  private static final List<Status> RULES = List.of(
      Status.REGRESSION,
      Status.IMPROVEMENT,
      Status.MISSING,
      Status.VANISHED,
      Status.FAILED,
      Status.UNSTABLE,
      Status.WARNING);

  private SarifReport() {}

  /** A complete document, with a line end. */
  public static String render(Report report, Sources sources) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
          Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
      json.setPrettyPrinter(printer);
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      for (Section section : report.sections()) {
        run(section, sources, json);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("a string writer does not fail", impossible);
    }
    return text.append('\n').toString();
  }

  private static void run(Section section, Sources sources, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "Tare");
    json.writeArrayFieldStart("rules");
    for (Status rule : RULES) {
      json.writeStartObject();
      json.writeStringField("id", rule.label());
      text(json, "shortDescription", description(rule));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("automationDetails");
    json.writeStringField("id", "tare/" + section.environment().baselineKey() + '/');
    json.writeEndObject();
    json.writeArrayFieldStart("results");
    for (Verdict verdict : Wording.problems(section)) {
      result(section, verdict, sources, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void result(Section section, Verdict verdict, Sources sources, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", verdict.status().label());
    json.writeNumberField("ruleIndex", RULES.indexOf(verdict.status()));
    json.writeStringField("level", level(verdict.status()));
    StringBuilder message = new StringBuilder();
    message.append(Wording.subject(verdict)).append(": ").append(Wording.finding(verdict));
    Wording.causes(section, verdict).forEach(cause -> message.append('\n').append(cause));
    text(json, "message", message.toString());
    List<Spot> spots = Spot.of(section, verdict, sources);
    json.writeArrayFieldStart("locations");
    location(spots.get(0), json);
    json.writeEndArray();
    if (spots.size() > 1) {
      json.writeArrayFieldStart("relatedLocations");
      for (Spot spot : spots.subList(1, spots.size())) {
        location(spot, json);
      }
      json.writeEndArray();
    }
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField(
        "figure/v1", section.environment().baselineKey() + ' ' + Wording.subject(verdict));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void location(Spot spot, JsonGenerator json) throws IOException {
    json.writeStartObject();
    if (spot.file().isPresent()) {
      json.writeObjectFieldStart("physicalLocation");
      json.writeObjectFieldStart("artifactLocation");
      json.writeStringField("uri", URI.encode(spot.file().get()));
      json.writeEndObject();
      if (spot.line() > 0) {
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", spot.line());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
    json.writeArrayFieldStart("logicalLocations");
    json.writeStartObject();
    json.writeStringField("fullyQualifiedName", Wording.clean(spot.method()));
    json.writeStringField("kind", "function");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, String value) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", value);
    json.writeEndObject();
  }

  private static String level(Status status) {
    return switch (status) {
      case OK, UNSTABLE -> "note";
      case WARNING, IMPROVEMENT, MISSING -> "warning";
      case REGRESSION, VANISHED, FAILED -> "error";
    };
  }

  private static String description(Status rule) {
    return switch (rule) {
      case OK -> "A figure is within its limit.";
      case UNSTABLE -> "Compiled, a row costs now this, now that.";
      case WARNING -> "A figure is above a soft limit.";
      case IMPROVEMENT -> "A figure is below its baseline, and nobody has claimed it.";
      case MISSING -> "A figure has no baseline line.";
      case REGRESSION -> "A figure is above its limit.";
      case VANISHED -> "A line of the baseline was not measured.";
      case FAILED -> "A row gave no figure.";
    };
  }
}
