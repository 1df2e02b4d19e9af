package dev.tare.benchmarks.technique;

import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.message.TraceParent;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.model.page.PageRequest;
import java.util.function.ToLongFunction;

/** The scheduler's own classes at work. */
final class LeanWays {
  private LeanWays() {}

  static long window(Material material) {
    return new PageRequest(material.page, material.size).offset();
  }

  static long checked(Material material) {
    RunStatus to = material.to;
    if (!material.from.canBecome(to)) {
      throw new IllegalTransitionException(material.runId, material.from, to);
    }
    return to.code();
  }

  static long whole(Material material) {
    byte[] array = material.stored.exactArray();
    return (long) array.length + array[0];
  }

  static long named(Material material) {
    long sum = 0;
    for (int row = 0; row < Material.NAMES; row++) {
      byte[] encoded = material.encodedName;
      sum += material.names.get(encoded, 0, encoded.length).length();
    }
    return sum;
  }

  static long parsed(Material material) {
    TraceParent trace = TraceParent.parse(material.traceparent);
    return trace == null
        ? 0
        : trace.traceIdHigh() ^ trace.traceIdLow() ^ trace.parentId() ^ trace.flags();
  }

  static long applied(Material material) {
    return applied(LeanWays::number, material);
  }

  private static long applied(ToLongFunction<Material> function, Material material) {
    return function.applyAsLong(material);
  }

  static long executed(Material material) {
    return material.executor.execute(material.context).status().code();
  }

  private static long number(Material material) {
    return material.runId + material.page;
  }

  static long succeeded(Material material) {
    material.backoff.succeed();
    return material.backoff.isFailing() ? 1 : 0;
  }

  static long contained(Material material) {
    long found = 0;
    for (long id = 1_006; id <= 1_013; id++) {
      found += material.ids.contains(id) ? 1 : 0;
    }
    return found;
  }
}
