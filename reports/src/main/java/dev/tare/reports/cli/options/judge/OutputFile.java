package dev.tare.reports.cli.options.judge;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A further form of the report, and the file that it goes to.
 *
 * @param format the form
 * @param file the file, which is replaced
 */
public record OutputFile(ReportFormat format, Path file) {

  /** Reads {@code FORMAT=FILE}. */
  static final class Text implements ITypeConverter<OutputFile> {
    @Override
    public OutputFile convert(String value) {
      int equals = value.indexOf('=');
      if (equals < 1 || equals == value.length() - 1) {
        throw new TypeConversionException(
            "'" + value + "' is not of the form FORMAT=FILE, such as junit=target/tare.xml");
      }
      return new OutputFile(
          ReportFormat.of(value.substring(0, equals)), Path.of(value.substring(equals + 1)));
    }
  }
}
