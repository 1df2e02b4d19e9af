package dev.tare.benchmarks.technique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import dev.tare.profiling.copies.rule.CallRules;
import dev.tare.profiling.copies.rule.Packages;
import dev.tare.profiling.copies.scan.CopyScan;
import dev.tare.scheduler.Scheduler;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs for every message, run, request or tick boxes no number: seen in its bytecode. */
class BoxingScanTest {
  private static final String SCHEDULER = "dev.tare.scheduler.";

  /** Packages, with those below them, and classes; logs and failures elsewhere may box. */
  private static final List<String> HOT = List.of(
      "api.json",
      "api.limit",
      "api.route",
      "api.run",
      "api.security",
      "api.task",
      "auth",
      "breaker.guard",
      "breaker.BreakerWord",
      "config",
      "cron.Cron",
      "cron.CronField",
      "cron.LocalTimes",
      "cron.ZoneOffsets",
      "listener.CompletionBatch",
      "listener.CompletionBuffer",
      "listener.HeartbeatBox",
      "listener.Signal",
      "message",
      "model",
      "pool",
      "queue.MemoryMessageQueue",
      "queue.SlotHeap",
      "queue.SlotList",
      "retry",
      "store.jdbc.run.RunReturns",
      "store.jdbc.run.RunRows",
      "worker.Pool",
      "worker.Prefetch",
      "worker.RunBuffer",
      "worker.RunSlot",
      "worker.RunTable",
      "worker.executor");

  @Test
  void hotClasses_callNoBoxing() throws Exception {
    assertThat(boxings(Scheduler.class, "dev.tare.scheduler"))
        .filteredOn(this::isHot)
        .isEmpty();
  }

  @Test
  void hotClasses_areThere() throws Exception {
    for (String name : HOT) {
      String file = '/' + (SCHEDULER + name).replace('.', '/') + ".class";
      boolean isClass = Scheduler.class.getResource(file) != null;
      assertThat(isClass || scan(Scheduler.class, SCHEDULER + name).classes() > 0)
          .as(name)
          .isTrue();
    }
  }

  @Test
  void scan_seesTheBoxingOfTheTwins() throws Exception {
    assertThat(boxings(TechniqueBenchmark.class, "dev.tare.benchmarks.technique"))
        .extracting(CopySite::type)
        .contains(CopyingHabits.class.getName());
  }

  private boolean isHot(CopySite site) {
    String type = site.type().substring(SCHEDULER.length());
    return HOT.stream()
        .anyMatch(
            hot -> type.equals(hot) || type.startsWith(hot + ".") || type.startsWith(hot + "$"));
  }

  private static List<CopySite> boxings(Class<?> one, String packageName) throws Exception {
    return scan(one, packageName).sites().stream()
        .filter(site -> site.kind() == CopyKind.BOXING)
        .toList();
  }

  private static CopyScan scan(Class<?> one, String packageName)
      throws IOException, URISyntaxException {
    return CopyScan.of(
        List.of(place(one)), new CallRules(new Packages(List.of(packageName)), List.of()));
  }

  private static Path place(Class<?> one) throws URISyntaxException {
    return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
