package dev.tare.reports.cli.options;

import static java.util.stream.Collectors.joining;

import dev.tare.profiling.copies.rule.CopyMethods;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.recording.ProfileEvent;
import dev.tare.profiling.sites.SitesBy;
import dev.tare.reports.matrix.Database;
import dev.tare.reports.matrix.Jvm;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Turns option values into what they mean, or says which ones there are. */
public final class Values {
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
      for (Mode mode : List.of(Mode.WRITTEN, Mode.STEADY)) {
        if (value.equals(mode.label())) {
          return mode;
        }
      }
      throw new TypeConversionException("'" + value + "' is no mode; known: written, steady");
    }
  }

  static final class MetricName implements ITypeConverter<Metric> {
    private static final List<Metric> KNOWN =
        List.of(Metric.BYTES, Metric.OBJECTS, Metric.COPIES, Metric.COPIED_BYTES, Metric.BOXINGS);

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

  static final class PackageName implements ITypeConverter<String> {
    private static final Pattern NAME =
        Pattern.compile("\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*"
            + "(\\.\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*)*");

    @Override
    public String convert(String value) {
      if (NAME.matcher(value).matches()) {
        return value;
      }
      throw new TypeConversionException("'" + value
          + "' is no package; give its bare name, such as com.acme: those below are in it");
    }
  }

  static final class CopyMethod implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
      try {
        CopyMethods.of(List.of(value));
        return value;
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(String.valueOf(wrong.getMessage()));
      }
    }
  }

  /** A recorder of allocations. */
  public static final class RecorderName implements ITypeConverter<SitesBy> {
    @Override
    public SitesBy convert(String value) {
      for (SitesBy recorder : SitesBy.values()) {
        if (value.equals(recorder.label())) {
          return recorder;
        }
      }
      throw new TypeConversionException(
          "'" + value + "' is no recorder; known: async-profiler, jfr, auto");
    }
  }

  /** An event of a profile. */
  public static final class EventName implements ITypeConverter<ProfileEvent> {
    @Override
    public ProfileEvent convert(String value) {
      for (ProfileEvent event : ProfileEvent.values()) {
        if (value.equals(event.label())) {
          return event;
        }
      }
      throw new TypeConversionException(
          "'" + value + "' is no event; known: cpu, wall, alloc, lock, nativemem");
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

  static final class JvmSpec implements ITypeConverter<Jvm> {
    @Override
    public Jvm convert(String value) {
      return Jvm.of(value);
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
