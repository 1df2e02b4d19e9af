package dev.tare.benchmarks.technique;

import dev.tare.scheduler.error.IllegalTransitionException;
import dev.tare.scheduler.model.RunStatus;
import dev.tare.scheduler.worker.executor.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * The baseline: the same operations by habits that are good style elsewhere.
 *
 * <p>Its copies, and the idiom each stands for:
 *
 * <ul>
 *   <li>{@code window}: a bean, copied before it is handed on: the defensive copy;
 *   <li>{@code checked}: a map and a message for the error that mostly does not come;
 *   <li>{@code whole}: an array cloned by its getter;
 *   <li>{@code named}: a string decoded for every row: the row mapper;
 *   <li>{@code parsed}: a text cut into parts, each a string;
 *   <li>{@code applied}: a lambda that captures what it works on;
 *   <li>{@code executed}: a future for a call that is waited for at once;
 *   <li>{@code succeeded}: an immutable state, replaced atomically, that one thread alone sees;
 *   <li>{@code contained}: ids as {@code Long}, in a list.
 * </ul>
 */
final class CopyingHabits {

  private CopyingHabits() {}

  /** A part of a list. */
  private static final class Window {
    private Integer page = 1;
    private Integer size = 20;

    Window copy() {
      Window copy = new Window();
      copy.page = page;
      copy.size = size;
      return copy;
    }

    Long offset() {
      return (page - 1L) * size;
    }
  }

  /** Failures in a row, and the wait after the next one. */
  record Failures(int count, long nextMillis) {}

  static long window(Material material) {
    Window window = new Window();
    window.page = material.page;
    window.size = material.size;
    return window.copy().offset();
  }

  static long checked(Material material) {
    RunStatus to = material.to;
    Map<String, Object> context = new HashMap<>();
    context.put("run", material.runId);
    context.put("from", material.from);
    context.put("to", to);
    String operation = "updateStatus of run " + material.runId + " " + context;
    if (!material.from.canBecome(to)) {
      throw new IllegalStateException(
          operation, new IllegalTransitionException(material.runId, material.from, to));
    }
    return to.code();
  }

  static long whole(Material material) {
    byte[] array = material.stored.array().clone();
    return (long) array.length + array[0];
  }

  static long named(Material material) {
    long sum = 0;
    for (int row = 0; row < Material.NAMES; row++) {
      String name = new String(material.encodedName, StandardCharsets.UTF_8);
      sum += name.length();
    }
    return sum;
  }

  static long parsed(Material material) {
    List<String> parts = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(material.traceparent, "-");
    while (tokens.hasMoreTokens()) {
      parts.add(tokens.nextToken());
    }
    String id = parts.get(1);
    return Long.parseUnsignedLong(id.substring(0, 16), 16)
        ^ Long.parseUnsignedLong(id.substring(16), 16)
        ^ Long.parseUnsignedLong(parts.get(2), 16)
        ^ Integer.parseInt(parts.get(3), 16);
  }

  static long applied(Material material) {
    long runId = material.runId;
    int page = material.page;
    return supplied(() -> runId + page);
  }

  private static long supplied(LongSupplier supplier) {
    return supplier.getAsLong();
  }

  static long executed(Material material) {
    CompletableFuture<Outcome> future = CompletableFuture.supplyAsync(
        () -> material.executor.execute(material.context), Runnable::run);
    return future.thenApply(outcome -> outcome.status().code()).join();
  }

  static long succeeded(Material material) {
    Failures after = material.failures.updateAndGet(before -> new Failures(0, 100));
    return after.count();
  }

  static long contained(Material material) {
    long found = 0;
    for (long id = 1_006; id <= 1_013; id++) {
      found += material.boxedIds.contains(id) ? 1 : 0;
    }
    return found;
  }
}
