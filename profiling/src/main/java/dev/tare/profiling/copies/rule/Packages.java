package dev.tare.profiling.copies.rule;

import java.util.Collection;
import java.util.List;

/**
 * The packages whose code is looked at, with those below them. The JDK, JMH, what JMH generates,
 * and the instruments themselves never are.
 *
 * @param names such as {@code com.acme}; empty for every package
 */
public record Packages(List<String> names) {
  private static final String JMH = "org/openjdk/jmh/";
  private static final String JMH_SAMPLES = JMH + "samples/";
  private static final String GENERATED = "/jmh_generated/";

  private static final List<String> NEVER = List.of(
      "java/",
      "jdk/",
      "sun/",
      "com/sun/",
      "dev/tare/profiling/copies/",
      "dev/tare/profiling/jmh/",
      "dev/tare/profiling/junit/",
      "dev/tare/profiling/layout/",
      "dev/tare/profiling/meter/",
      "dev/tare/profiling/objects/",
      "dev/tare/profiling/record/",
      "dev/tare/profiling/recording/",
      "dev/tare/profiling/sites/",
      "dev/tare/profiling/wire/");

  /** Keeps a copy. */
  public Packages {
    names = List.copyOf(names);
  }

  /**
   * The chosen packages; without any those of whoever wrote the benchmarks, which are the first two
   * names of each one's package, such as {@code com.acme}: libraries in the same jar are others'
   * code.
   *
   * @param benchmarks fully qualified classes and methods
   */
  public static Packages chosenOrOwn(List<String> chosen, Collection<String> benchmarks) {
    return chosen.isEmpty()
        ? new Packages(
            benchmarks.stream().map(Packages::firstTwo).distinct().sorted().toList())
        : new Packages(chosen);
  }

  private static String firstTwo(String benchmark) {
    int method = benchmark.lastIndexOf('.');
    int type = benchmark.lastIndexOf('.', method - 1);
    String name = benchmark.substring(0, Math.max(0, type));
    int second = name.indexOf('.', name.indexOf('.') + 1);
    return name.indexOf('.') < 0 || second < 0 ? name : name.substring(0, second);
  }

  /** Whether the class of this internal name is in one of them. */
  public boolean contain(String internalName) {
    return !isForeign(internalName)
        && (names.isEmpty() || names.stream().anyMatch(name -> isIn(name, internalName)));
  }

  private static boolean isForeign(String internalName) {
    return internalName.contains(GENERATED)
        || (internalName.startsWith(JMH) && !internalName.startsWith(JMH_SAMPLES))
        || NEVER.stream().anyMatch(internalName::startsWith);
  }

  private static boolean isIn(String name, String internalName) {
    return internalName.startsWith(name.replace('.', '/'))
        && internalName.length() > name.length()
        && internalName.charAt(name.length()) == '/';
  }
}
