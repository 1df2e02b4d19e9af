package dev.tare.reports.render;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Benchmark names without their packages, where that leaves them distinct. */
public final class ShortNames {
  private final Map<String, String> byName = new HashMap<>();

  /** The names of these benchmarks. */
  public ShortNames(Collection<String> benchmarks) {
    Map<String, Integer> uses = new HashMap<>();
    TreeSet<String> distinct = new TreeSet<>(benchmarks);
    distinct.forEach(name -> uses.merge(classAndMethod(name), 1, Integer::sum));
    distinct.forEach(name -> {
      String brief = classAndMethod(name);
      byName.put(name, uses.getOrDefault(brief, 1) == 1 ? brief : name);
    });
  }

  /** The short name of one of them. */
  public String of(String benchmark) {
    return byName.getOrDefault(benchmark, benchmark);
  }

  private static String classAndMethod(String name) {
    int method = name.lastIndexOf('.');
    int type = method < 0 ? -1 : name.lastIndexOf('.', method - 1);
    return name.substring(type + 1);
  }
}
