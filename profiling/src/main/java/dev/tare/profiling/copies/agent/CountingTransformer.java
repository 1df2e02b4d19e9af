package dev.tare.profiling.copies.agent;

import dev.tare.profiling.copies.ClassRewriter;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.count.Counters;
import dev.tare.profiling.copies.rule.CallRules;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rewrites the classes of the chosen packages as they are loaded. Thread-safe. */
final class CountingTransformer implements ClassFileTransformer {
  private static final int MOST_TROUBLES = 100;
  private static final String NOT_COUNTED = ": its copies are not counted: ";

  private final CallRules rules;
  private final ClassRewriter rewriter;
  private final boolean late;
  private final List<String> troubles = new ArrayList<>();

  /**
   * A transformer by these rules.
   *
   * @param late whether classes that are loaded already are rewritten too
   */
  CountingTransformer(CallRules rules, ClassRewriter rewriter, boolean late) {
    this.rules = rules;
    this.rewriter = rewriter;
    this.late = late;
  }

  @Override
  @SuppressWarnings("CatchingUnchecked") // the JVM would swallow it, and the class not be counted
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (name == null || (redefined != null && !late) || !rules.cover(name)) {
      return null;
    }
    try {
      List<CopySite> sites = rewriter.sites(classFile);
      if (sites.isEmpty()) {
        return null;
      }
      if (!seesCounters(loader)) {
        throw new IllegalStateException("its class loader does not see the counters");
      }
      return rewriter.rewrite(classFile, Counters.register(sites), redefined != null);
    } catch (Throwable e) {
      note(name.replace('/', '.') + NOT_COUNTED + e);
      return null;
    }
  }

  boolean covers(String internalName) {
    return rules.cover(internalName);
  }

  List<String> troubles() {
    synchronized (troubles) {
      return List.copyOf(troubles);
    }
  }

  /** Has a class that is loaded already rewritten. */
  @SuppressWarnings("CatchingUnchecked") // whatever it is, the class is not counted in
  void rewrite(Class<?> loaded, Instrumentation instrumentation) {
    try {
      instrumentation.retransformClasses(loaded);
    } catch (Throwable e) {
      note(loaded.getName() + NOT_COUNTED + e);
    }
  }

  private void note(String trouble) {
    synchronized (troubles) {
      if (troubles.size() < MOST_TROUBLES) {
        troubles.add(trouble);
      }
    }
  }

  /** Rewritten code names the counters: its loader must find the ones that are read. */
  private static boolean seesCounters(@Nullable ClassLoader loader) {
    ClassLoader own = Counters.class.getClassLoader();
    if (loader == own) {
      return true;
    }
    try {
      return loader != null && loader.loadClass(Counters.class.getName()) == Counters.class;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
