package dev.tare.profiling.junit;

import dev.tare.profiling.meter.Action;
import dev.tare.profiling.meter.Allocation;
import dev.tare.profiling.meter.AllocationMeter;
import dev.tare.profiling.meter.Figures;
import dev.tare.profiling.meter.Plan;
import dev.tare.profiling.meter.Scope;
import dev.tare.profiling.objects.CallSites;
import dev.tare.profiling.objects.ObjectCount;
import dev.tare.profiling.objects.ObjectMeter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** One test's allocations against its budget. */
final class AllocationCheck {
  private static final int MOST_SITES = 8;

  private final AllocationBudget budget;
  private final Action<RuntimeException> body;
  private final Action<RuntimeException> setUp;
  private final Scope scope;

  AllocationCheck(
      AllocationBudget budget, Action<RuntimeException> body, Action<RuntimeException> setUp) {
    this.budget = budget;
    this.body = body;
    this.setUp = setUp;
    if (budget.bytes() < 0 && budget.objects() < 0) {
      throw new ExtensionConfigurationException(
          "@AllocationBudget without a limit: give bytes or objects, 0 is one");
    }
    if (budget.objects() >= 0 && !isOwnThread()) {
      throw new ExtensionConfigurationException("@AllocationBudget: objects are counted for the"
          + " test's own thread alone: with threads or allThreads give bytes");
    }
    if (budget.objects() >= 0 && budget.setUpEachRun()) {
      throw new ExtensionConfigurationException("@AllocationBudget: objects can not be told from"
          + " those of the set-up: with setUpEachRun give bytes");
    }
    if (budget.threads().length > 0 && budget.allThreads()) {
      throw new ExtensionConfigurationException(
          "@AllocationBudget: either threads or allThreads, not both");
    }
    this.scope = scope();
  }

  private Scope scope() {
    if (budget.allThreads()) {
      return Scope.allThreads();
    }
    return budget.threads().length == 0
        ? Scope.callingThread()
        : Scope.threadsNamed(budget.threads());
  }

  /** What was exceeded and why, if anything was. */
  Optional<String> exceeded() {
    Plan plan = Plan.usual().in(scope).withWarmUps(budget.warmUps());
    Allocation allocation = AllocationMeter.measure(plan, body, setUp);
    boolean nothing = allocation.bytes() == 0 && allocation.isExact();
    SortedMap<String, ObjectCount> objects =
        budget.objects() < 0 ? null : nothing ? new TreeMap<>() : countObjects();
    StringBuilder text = new StringBuilder();
    if (budget.bytes() >= 0 && allocation.bytes() > budget.bytes()) {
      String upTo = allocation.isUpperBound() ? "up to " : "";
      line(text, upTo, "bytes", allocation.bytes(), budget.bytes());
    }
    if (objects != null && sum(objects) > budget.objects()) {
      line(text, "", "objects", sum(objects), budget.objects());
    }
    if (text.isEmpty()) {
      return Optional.empty();
    }
    text.append("\n  taken: ").append(allocation.howTaken());
    appendObjects(text, objects);
    appendSites(text);
    return Optional.of(text.toString());
  }

  private boolean isOwnThread() {
    return budget.threads().length == 0 && !budget.allThreads();
  }

  private SortedMap<String, ObjectCount> countObjects() {
    return ObjectMeter.count(0, body);
  }

  private static void line(
      StringBuilder text, String upTo, String unit, double measured, long limit) {
    text.append(text.isEmpty() ? "" : "\n")
        .append("allocates ")
        .append(upTo)
        .append(Figures.text(measured));
    text.append(' ').append(unit).append(" a run, its budget is ").append(Figures.text(limit));
  }

  private static double sum(Map<String, ObjectCount> objects) {
    return objects.values().stream().mapToDouble(ObjectCount::objects).sum();
  }

  private void appendObjects(StringBuilder text, @Nullable SortedMap<String, ObjectCount> counted) {
    if (!isOwnThread()) {
      text.append("\n  what: unknown, objects are counted for the test's own thread alone");
      return;
    }
    if (budget.setUpEachRun()) {
      text.append("\n  what: unknown, with setUpEachRun objects are not counted");
      return;
    }
    SortedMap<String, ObjectCount> objects = counted;
    if (objects == null) {
      try {
        objects = countObjects();
      } catch (IllegalStateException e) {
        text.append("\n  what: unknown, ").append(e.getMessage());
        return;
      }
    }
    text.append(objects.isEmpty() ? "\n  what: nothing in further runs" : "\n  what, a run:");
    objects.forEach((type, count) -> text.append("\n    ")
        .append(Figures.text(count.objects()))
        .append(" × ")
        .append(type)
        .append(", ")
        .append(Figures.text(count.bytes()))
        .append(" bytes"));
  }

  private void appendSites(StringBuilder text) {
    List<CallSites.Site> sites;
    try {
      sites = CallSites.sample(isOwnThread(), body, setUp);
    } catch (IllegalStateException | LinkageError e) {
      text.append("\n  where: unknown, Flight Recorder can not be used: ").append(e);
      return;
    }
    if (sites.isEmpty()) {
      text.append("\n  where: unknown, Flight Recorder saw none of it in further runs");
      return;
    }
    text.append("\n  where, most first, as Flight Recorder samples further runs (what the compiler"
        + " leaves out is missing):");
    for (CallSites.Site site : sites.subList(0, Math.min(MOST_SITES, sites.size()))) {
      text.append("\n    ").append(site.where()).append("  ").append(site.allocated());
    }
    if (sites.size() > MOST_SITES) {
      text.append("\n    and ").append(sites.size() - MOST_SITES).append(" more");
    }
  }
}
