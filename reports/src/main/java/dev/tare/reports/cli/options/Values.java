package dev.tare.reports.cli.options;

import static java.util.stream.Collectors.joining;

import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.matrix.Database;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns option values into what they mean, or says which ones there are. */
final class Values {
  private Values() {}

  static final class Regex implements ITypeConverter<Pattern> {
    @Override
    public Pattern convert(String value) {
      try {
        return Pattern.compile(value);
      } catch (PatternSyntaxException wrong) {
        throw new TypeConversionException(
            "'" + value + "' is no regular expression: " + wrong.getDescription());
      }
    }
  }

  static final class ModeName implements ITypeConverter<Mode> {
    @Override
    public Mode convert(String value) {
      if (value.equals(Mode.WRITTEN.label())) {
        return Mode.WRITTEN;
      }
      throw new TypeConversionException(
          "'" + value + "' is no mode; known: " + Mode.WRITTEN.label());
    }
  }

  static final class MetricName implements ITypeConverter<Metric> {
    private static final List<Metric> KNOWN =
        List.of(Metric.BYTES, Metric.COPIES, Metric.COPIED_BYTES, Metric.BOXINGS);

    @Override
    public Metric convert(String value) {
      for (Metric metric : KNOWN) {
        if (value.equals(metric.label())) {
          return metric;
        }
      }
      throw new TypeConversionException("'" + value + "' is no metric to measure; known: "
          + KNOWN.stream().map(Metric::label).collect(joining(", ")));
    }
  }

  static final class DatabaseSpec implements ITypeConverter<Database> {
    @Override
    public Database convert(String value) {
      try {
        return Database.of(value);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(String.valueOf(wrong.getMessage()));
      }
    }
  }

  static final class FormatName implements ITypeConverter<Format> {
    @Override
    public Format convert(String value) {
      for (Format format : Format.values()) {
        if (value.equals(format.name().toLowerCase(Locale.ROOT))) {
          return format;
        }
      }
      throw new TypeConversionException(
          "'" + value + "' is no format; known: text, markdown, json");
    }
  }
}
