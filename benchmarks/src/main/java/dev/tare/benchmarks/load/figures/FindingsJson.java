package dev.tare.benchmarks.load.figures;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.tare.profiling.record.Environment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** Findings as JSON, by {@code reports/schema/load.schema.json}: what is not known is left out. */
final class FindingsJson {
  private static final int TICKS_A_HALF = 5;
  private static final MathContext DIGITS = new MathContext(6);

  private FindingsJson() {}

  static String of(Findings findings) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
      json.writeStartObject();
      json.writeNumberField("schema", 1);
      json.writeStringField("command", findings.command());
      write(json, findings.environment());
      json.writeStringField("date", findings.date());
      json.writeNumberField("cores", findings.cores());
      if (!findings.database().isEmpty()) {
        json.writeStringField("database", findings.database());
      }
      json.writeStringField("operation", findings.operation());
      json.writeArrayFieldStart("series");
      for (Series series : findings.series()) {
        write(json, series, findings.operation());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("measures");
      for (Measure measure : findings.measures()) {
        write(json, measure);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a text can not fail to be written", e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator json, Environment environment) throws IOException {
    json.writeObjectFieldStart("environment");
    json.writeNumberField("jdk", environment.jdk());
    json.writeStringField("version", environment.version());
    json.writeStringField("vendor", environment.vendor());
    json.writeStringField("layout", environment.layout().label());
    json.writeStringField("os", environment.os());
    json.writeStringField("arch", environment.arch());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Series series, String operation)
      throws IOException {
    Histogram all = series.merged();
    json.writeStartObject();
    json.writeStringField("group", series.group());
    json.writeStringField("variant", series.variant());
    json.writeStringField("unit", "us");
    json.writeNumberField("count", all.getTotalCount());
    number(json, "rate", series.rate());
    json.writeArrayFieldStart("percentiles");
    for (HistogramIterationValue value : all.percentiles(TICKS_A_HALF)) {
      double[] point = {
        value.getPercentileLevelIteratedTo(), Series.micros(value.getValueIteratedTo())
      };
      json.writeArray(point, 0, point.length);
    }
    json.writeEndArray();
    json.writeObjectFieldStart("points");
    for (Map.Entry<String, Interval> point : series.points().entrySet()) {
      json.writeObjectFieldStart(point.getKey());
      number(json, "value", point.getValue().value());
      number(json, "low", point.getValue().low());
      number(json, "high", point.getValue().high());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeStringField("log", series.logName(operation));
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Measure measure) throws IOException {
    boolean isPair = !Double.isNaN(measure.ratio().value());
    Interval bounds = isPair ? measure.ratio() : measure.lean();
    json.writeStartObject();
    json.writeStringField("group", measure.group());
    json.writeStringField("name", measure.name());
    json.writeStringField("unit", measure.unit());
    number(json, "copying", measure.copying().value());
    number(json, "lean", measure.lean().value());
    number(json, "ratio", measure.ratio().value());
    number(json, "low", bounds.low());
    number(json, "high", bounds.high());
    number(json, "bar", measure.bar());
    number(json, "limit", measure.limit());
    json.writeEndObject();
  }

  private static void number(JsonGenerator json, String name, double value) throws IOException {
    if (!Double.isNaN(value)) {
      json.writeFieldName(name);
      json.writeNumber(
          value == Math.rint(value)
              ? BigDecimal.valueOf((long) value)
              : new BigDecimal(value).round(DIGITS));
    }
  }
}
