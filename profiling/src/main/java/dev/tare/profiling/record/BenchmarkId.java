package dev.tare.profiling.record;

import java.util.Collections;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One row of a suite: a benchmark method and one combination of its parameters.
 *
 * <p>Immutable; ordered by name, then by parameters, so that every file and table has one order.
 *
 * @param benchmark fully qualified class and method, as JMH names it
 * @param params parameter values by name, sorted; empty if the benchmark has none
 */
public record BenchmarkId(String benchmark, SortedMap<String, String> params)
    implements Comparable<BenchmarkId> {
  /** The parameter by which the two rows of a pair differ: {@code COPYING} or {@code LEAN}. */
  public static final String VARIANT = "variant";

  /** Keeps a sorted, unmodifiable copy of {@code params}. */
  public BenchmarkId {
    params = Collections.unmodifiableSortedMap(new TreeMap<>(params));
  }

  /** A row of the given name and parameters, in any order. */
  public static BenchmarkId of(String benchmark, Map<String, String> params) {
    return new BenchmarkId(benchmark, new TreeMap<>(params));
  }

  /** Parameters as {@code name=value,name=value}, sorted; empty without parameters. */
  public String paramText() {
    StringBuilder text = new StringBuilder();
    params.forEach((name, value) -> {
      if (!text.isEmpty()) {
        text.append(',');
      }
      text.append(name).append('=').append(value);
    });
    return text.toString();
  }

  @Override
  public int compareTo(BenchmarkId other) {
    int byName = benchmark.compareTo(other.benchmark);
    int byText = byName != 0 ? byName : paramText().compareTo(other.paramText());
    return byText != 0 ? byText : compareParams(other);
  }

  /** Tells rows apart whose values hold a comma and an equals sign: no row may hide another. */
  private int compareParams(BenchmarkId other) {
    Iterator<Map.Entry<String, String>> others = other.params.entrySet().iterator();
    for (Map.Entry<String, String> param : params.entrySet()) {
      if (!others.hasNext()) {
        return 1;
      }
      Map.Entry<String, String> its = others.next();
      int byName = param.getKey().compareTo(its.getKey());
      int byBoth = byName != 0 ? byName : param.getValue().compareTo(its.getValue());
      if (byBoth != 0) {
        return byBoth;
      }
    }
    return others.hasNext() ? -1 : 0;
  }

  /** Name and parameters as {@code name[a=1,b=2]}, or the bare name. */
  @Override
  public String toString() {
    return params.isEmpty() ? benchmark : benchmark + '[' + paramText() + ']';
  }
}
