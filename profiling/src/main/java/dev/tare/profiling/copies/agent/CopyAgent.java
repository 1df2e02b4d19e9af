package dev.tare.profiling.copies.agent;

import dev.tare.profiling.copies.count.Weights;
import dev.tare.profiling.copies.rule.CallRules;
import dev.tare.profiling.copies.rule.Packages;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * The agent of the copies instrument. Its argument is a list of packages, separated by commas; an
 * entry {@code copy=a.b.C#method} names a further method that copies an object.
 */
public final class CopyAgent {
  private static final String COPY_METHOD = "copy=";

  private static @Nullable Instrumentation jvm;
  private static @Nullable CountingTransformer transformer;

  private CopyAgent() {}

  /** Called by the JVM before the program's main method. */
  public static void premain(@Nullable String argument, Instrumentation instrumentation) {
    jvm = instrumentation;
    Weights.takeFrom(instrumentation);
    if (argument != null && !argument.isEmpty()) {
      start(argument);
    }
  }

  /** Whether this JVM was started with the agent. */
  public static boolean isLoaded() {
    return jvm != null;
  }

  /**
   * Counts in the classes of some packages that are loaded from now on.
   *
   * @param rules which calls count, and in which packages
   * @throws IllegalStateException if the JVM was started without the agent, or counts already
   */
  public static void start(CallRules rules) {
    Instrumentation instrumentation = jvm;
    if (instrumentation == null || transformer != null) {
      throw new IllegalStateException(
          "copies are counted once, in a JVM that was started with -javaagent:tare-profiling.jar");
    }
    CountingTransformer counting = new CountingTransformer(rules, RewriteLoader.newRewriter(rules));
    transformer = counting;
    instrumentation.addTransformer(counting);
  }

  /** Whether copies are counted in the classes of a package. */
  public static boolean countsIn(String packageName) {
    CountingTransformer counting = transformer;
    return counting != null && counting.covers(packageName.replace('.', '/') + "/Any");
  }

  /** Why some classes are not counted in, one line each; empty if all is well. */
  public static List<String> troubles() {
    CountingTransformer counting = transformer;
    return counting == null ? List.of() : counting.troubles();
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
