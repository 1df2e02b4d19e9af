package dev.tare.profiling.junit;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.agent.CopyAgent;
import dev.tare.profiling.copies.agent.LateAgent;
import dev.tare.profiling.copies.count.Counters;
import dev.tare.profiling.copies.count.Counts;
import dev.tare.profiling.copies.count.Counts.Count;
import dev.tare.profiling.copies.rule.CallRules;
import dev.tare.profiling.copies.rule.Packages;
import dev.tare.profiling.meter.Action;
import dev.tare.profiling.meter.Figures;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** One test's copies against its budget. */
final class CopyCheck {
  private static final int WARM_UPS = 3;
  private static final int RUNS = 8;

  private final CopyBudget budget;
  private final List<String> packages;
  private final Action<RuntimeException> body;
  private final Action<RuntimeException> setUp;

  CopyCheck(
      CopyBudget budget,
      String ownPackage,
      Action<RuntimeException> body,
      Action<RuntimeException> setUp) {
    this.budget = budget;
    this.packages =
        budget.packages().length == 0 ? List.of(ownPackage) : List.of(budget.packages());
    this.body = body;
    this.setUp = setUp;
    if (budget.copies() < 0 && budget.copiedBytes() < 0 && budget.boxings() < 0) {
      throw new ExtensionConfigurationException(
          "@CopyBudget without a limit: give copies, copiedBytes or boxings, 0 is one");
    }
    for (String name : packages) {
      if (!CopyAgent.countsIn(name)) {
        countIn(name);
      }
    }
  }

  /** What was exceeded and where, if anything was. */
  Optional<String> exceeded() {
    for (int i = 0; i < WARM_UPS; i++) {
      setUp.run();
      body.run();
    }
    SortedMap<CopySite, Count> total = new TreeMap<>();
    long copies = 0;
    long bytes = 0;
    long boxings = 0;
    for (int i = 0; i < RUNS; i++) {
      setUp.run();
      Counts before = Counters.read();
      body.run();
      SortedMap<CopySite, Count> counts = Counters.read().since(before);
      counts
          .keySet()
          .removeIf(site -> packages.stream().noneMatch(name -> isIn(name, site.type())));
      // Of runs that differ the greatest counts: nothing but the program adds to a counter.
      copies = Math.max(copies, Counts.copies(counts).copies());
      bytes = Math.max(bytes, Counts.copies(counts).bytes());
      boxings = Math.max(boxings, Counts.boxings(counts));
      counts.forEach((site, count) -> total.merge(
          site, count, (a, b) -> new Count(a.copies() + b.copies(), a.bytes() + b.bytes())));
    }
    troubles();
    StringBuilder text = new StringBuilder();
    line(text, "copies", copies, budget.copies());
    line(text, "copied bytes", bytes, budget.copiedBytes());
    line(text, "boxing calls", boxings, budget.boxings());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    text.append("\n  where, a run, counted in ").append(RUNS).append(" runs:");
    total.forEach((site, count) -> append(text, site, count));
    return Optional.of(text.toString());
  }

  private static void line(StringBuilder text, String what, long measured, long limit) {
    if (limit >= 0 && measured > limit) {
      text.append(text.isEmpty() ? "" : "\n")
          .append(what)
          .append(" a run: ")
          .append(Figures.text(measured));
      text.append(", its budget is ").append(Figures.text(limit));
    }
  }

  private static void append(StringBuilder text, CopySite site, Count count) {
    text.append("\n    ").append(Figures.text((double) count.copies() / RUNS)).append(" × ");
    text.append(site);
    if (site.kind() != CopyKind.BOXING) {
      text.append(", ").append(Figures.text((double) count.bytes() / RUNS)).append(" bytes");
    }
  }

  /** A class that is not counted in copies nothing, as far as the counters know. */
  private void troubles() {
    for (String trouble : CopyAgent.troubles()) {
      if (packages.stream().anyMatch(name -> isIn(name, trouble))) {
        throw new IllegalStateException("@CopyBudget: " + trouble);
      }
    }
  }

  private static boolean isIn(String packageName, String type) {
    return packageName.isEmpty() || type.startsWith(packageName + '.');
  }

  /** A JVM without the agent is given it; one that has it from the start has its packages too. */
  private static void countIn(String name) {
    String agent = "-javaagent:" + jar() + '=';
    if (CopyAgent.isLoaded() && !CopyAgent.isLate()) {
      throw new ExtensionConfigurationException(
          "@CopyBudget: copies in " + name + " are not counted: the agent was given other"
              + " packages. Add it to them: " + agent + "com.acme," + name);
    }
    try {
      if (!CopyAgent.isLoaded()) {
        LateAgent.load();
      }
      CopyAgent.start(new CallRules(new Packages(List.of(name)), List.of()));
    } catch (IllegalStateException e) {
      throw new ExtensionConfigurationException(
          "@CopyBudget: copies are not counted, the JVM runs without the agent, and it can not be"
              + " loaded: " + e.getMessage() + ". Start the tests with it, in Maven by surefire's\n"
              + "  <argLine>" + agent + name + "</argLine>\nor allow it to be loaded by"
              + " <argLine>-XX:+EnableDynamicAgentLoading</argLine>",
          e);
    }
  }

  /** The instruments' own place, as this JVM has it. */
  private static String jar() {
    CodeSource source = CopyAgent.class.getProtectionDomain().getCodeSource();
    String path = source == null ? "" : source.getLocation().getPath();
    return path.endsWith(".jar") ? path : "tare-profiling.jar";
  }
}
