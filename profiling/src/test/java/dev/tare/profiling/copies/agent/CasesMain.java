package dev.tare.profiling.copies.agent;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.count.Counters;
import dev.tare.profiling.copies.count.Counts;
import dev.tare.profiling.known.copies.Copied;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Runs cases in a JVM with the agent and prints what it counted: one line a case and kind. */
public final class CasesMain {
  private CasesMain() {}

  /** Classes with cases, by name. */
  public static void main(String[] classes) throws Exception {
    for (String name : classes) {
      Class<?> type = Class.forName(name);
      List<Method> cases = Arrays.stream(type.getMethods())
          .filter(method -> method.isAnnotationPresent(Copied.class))
          .sorted(Comparator.comparing(Method::getName))
          .toList();
      for (Method each : cases) {
        Object instance = type.getConstructor().newInstance();
        each.invoke(instance); // classes are initialised, call sites bound
        Counts before = Counters.read();
        each.invoke(instance);
        print(type.getSimpleName() + '.' + each.getName(), Counters.read().since(before));
      }
    }
    CopyAgent.troubles().forEach(System.out::println);
  }

  private static void print(String name, SortedMap<CopySite, Counts.Count> counts) {
    SortedMap<CopyKind, long[]> byKind = new TreeMap<>();
    counts.forEach((site, count) -> {
      long[] sum = byKind.computeIfAbsent(site.kind(), kind -> new long[2]);
      sum[0] += count.copies();
      sum[1] += count.bytes();
    });
    byKind.forEach(
        (kind, sum) -> System.out.println(name + ' ' + kind + ' ' + sum[0] + ' ' + sum[1]));
    if (byKind.isEmpty()) {
      System.out.println(name);
    }
  }
}
