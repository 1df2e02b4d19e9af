package dev.tare.profiling.copies.agent;

import dev.tare.profiling.copies.count.Weights;
import dev.tare.profiling.copies.rule.CallRules;
import dev.tare.profiling.copies.rule.Packages;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The agent of the copies instrument. Its argument is a list of packages, separated by commas; an
 * entry {@code copy=a.b.C#method} names a further method that copies an object.
 */
public final class CopyAgent {
  private static final String COPY_METHOD = "copy=";

  private static volatile @Nullable Instrumentation jvm;
  private static final List<CountingTransformer> TRANSFORMERS = new CopyOnWriteArrayList<>();
  private static volatile boolean late;

  private CopyAgent() {}

  /** Called by the JVM before the program's main method. */
  public static void premain(@Nullable String argument, Instrumentation instrumentation) {
    take(instrumentation);
    if (argument != null && !argument.isEmpty()) {
      start(argument);
    }
  }

  /** Called by the JVM when the agent is loaded into a program that runs. */
  public static void agentmain(@Nullable String argument, Instrumentation instrumentation) {
    if (jvm == null) {
      late = true;
      take(instrumentation);
    }
  }

  /** Whether this JVM has the agent. */
  public static boolean isLoaded() {
    return jvm != null;
  }

  /** Whether it came when the program ran: then packages can be added at any time. */
  public static boolean isLate() {
    return late;
  }

  /**
   * Counts in the classes of some packages that are loaded from now on, and where the agent is late
   * in those that are loaded already.
   *
   * @param rules which calls count, and in which packages
   * @throws IllegalStateException if the JVM has no agent, or had it from the start and counts
   *     already
   */
  public static void start(CallRules rules) {
    Instrumentation instrumentation = jvm;
    if (instrumentation == null || (!late && !TRANSFORMERS.isEmpty())) {
      throw new IllegalStateException(
          "copies are counted once, in a JVM that was started with -javaagent:tare-profiling.jar");
    }
    CountingTransformer counting =
        new CountingTransformer(rules, RewriteLoader.newRewriter(rules), late);
    TRANSFORMERS.add(counting);
    instrumentation.addTransformer(counting, late);
    if (late) {
      for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
        boolean meant = counting.covers(loaded.getName().replace('.', '/'));
        if (meant && instrumentation.isModifiableClass(loaded)) {
          counting.rewrite(loaded, instrumentation);
        }
      }
    }
  }

  /** Whether copies are counted in the classes of a package. */
  public static boolean countsIn(String packageName) {
    String any = packageName.replace('.', '/') + "/Any";
    return TRANSFORMERS.stream().anyMatch(counting -> counting.covers(any));
  }

  /** Why some classes are not counted in, one line each; empty if all is well. */
  public static List<String> troubles() {
    return TRANSFORMERS.stream().flatMap(each -> each.troubles().stream()).toList();
  }

  private static void take(Instrumentation instrumentation) {
    jvm = instrumentation;
    Weights.takeFrom(instrumentation);
  }

  private static void start(String argument) {
    List<String> packages = new ArrayList<>();
    List<String> copyMethods = new ArrayList<>();
    StringTokenizer entries = new StringTokenizer(argument, ",");
    while (entries.hasMoreTokens()) {
      String entry = entries.nextToken();
      if (entry.startsWith(COPY_METHOD)) {
        copyMethods.add(entry.substring(COPY_METHOD.length()));
      } else {
        packages.add(entry);
      }
    }
    start(new CallRules(new Packages(packages), copyMethods));
  }
}
