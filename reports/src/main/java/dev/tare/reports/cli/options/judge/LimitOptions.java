package dev.tare.reports.cli.options.judge;

import dev.tare.reports.gate.limit.Limit;
import dev.tare.reports.gate.limit.LimitRules;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What figures may cost, in the place of what the baseline says. */
public final class LimitOptions {
  @Option(
      names = "--limit",
      paramLabel = "[REGEX:]METRIC<=VALUE",
      converter = Text.class,
      description = "What the figures of these rows may be: a number, or +2%% above or below their"
          + " baseline; repeatable, the last for a figure holds.")
  private List<Limit> hard = new ArrayList<>();

  @Option(
      names = "--soft-limit",
      paramLabel = "[REGEX:]METRIC<=VALUE",
      converter = Text.class,
      description = "The same, and above it is a warning that changes no exit code.")
  private List<Limit> soft = new ArrayList<>();

  /** The limits, in the order given. */
  public LimitRules rules() {
    return new LimitRules(hard, soft);
  }

  /** The options that set the same limits. */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    hard.forEach(limit -> arguments.addAll(List.of("--limit", limit.text())));
    soft.forEach(limit -> arguments.addAll(List.of("--soft-limit", limit.text())));
    return arguments;
  }

  /** Reads one. */
  static final class Text implements ITypeConverter<Limit> {
    @Override
    public Limit convert(String value) {
      try {
        return Limit.of(value);
      } catch (IllegalArgumentException wrong) { // a pattern's own reason is one, on several lines
        throw new TypeConversionException(
            String.valueOf(wrong.getMessage()).lines().findFirst().orElse(value));
      }
    }
  }
}
