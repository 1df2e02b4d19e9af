package dev.tare.reports.gate;

import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.baseline.FigureKey;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which figures a run was asked for. A baseline line inside the selection that was not measured has
 * vanished; one outside of it is nobody's business.
 *
 * @param include any of which a benchmark's name must contain; empty for all
 * @param exclude none of which it may contain
 * @param params values that a row may have for a parameter, if it has that parameter
 * @param modes the modes that were run
 * @param metrics what was counted as written; of compiled rows it is the bytes, in any case
 */
public record Selection(
    List<Pattern> include,
    List<Pattern> exclude,
    Map<String, ? extends Set<String>> params,
    Set<Mode> modes,
    Set<Metric> metrics)
    implements Predicate<FigureKey> {

  /** A selection of whatever is counted. */
  public Selection(
      List<Pattern> include,
      List<Pattern> exclude,
      Map<String, ? extends Set<String>> params,
      Set<Mode> modes) {
    this(include, exclude, params, modes, EnumSet.allOf(Metric.class));
  }

  /** Everything that these modes can measure. */
  public static Selection all(Set<Mode> modes) {
    return new Selection(List.of(), List.of(), Map.of(), modes);
  }

  @Override
  public boolean test(FigureKey key) {
    return modes.contains(key.mode())
        && (key.mode() == Mode.STEADY
            ? key.metric() == Metric.BYTES
            : metrics.contains(key.metric()))
        && includes(key.id().benchmark())
        && key.id().params().entrySet().stream().allMatch(param -> {
          Set<String> values = params.get(param.getKey());
          return values == null || values.contains(param.getValue());
        });
  }

  /** Whether a benchmark of this name is meant. */
  public boolean includes(String benchmark) {
    return (include.isEmpty()
            || include.stream().anyMatch(p -> p.matcher(benchmark).find()))
        && exclude.stream().noneMatch(p -> p.matcher(benchmark).find());
  }
}
