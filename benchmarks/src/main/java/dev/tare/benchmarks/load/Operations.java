package dev.tare.benchmarks.load;

import dev.tare.benchmarks.command.Words;
import dev.tare.benchmarks.load.api.ApiLoad;
import dev.tare.benchmarks.load.figures.CommonOptions;
import dev.tare.benchmarks.load.figures.Report;
import dev.tare.benchmarks.load.latency.IdleLoad;
import dev.tare.benchmarks.load.latency.LatencyLoad;
import dev.tare.benchmarks.load.memory.MemoryLoad;
import dev.tare.benchmarks.load.queue.QueueLoad;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads that compare copying with lean, or measure lean by itself, each by a command of its own.
 */
enum Operations {
  /** Times of the HTTP API. */
  API(ApiLoad::measure),
  /** Messages a second. */
  QUEUE(QueueLoad::measure),
  /** Times from submit to body. */
  LATENCY(LatencyLoad::measure),
  /** What a node does that has nothing to do. */
  IDLE(IdleLoad::measure),
  /** What a drain needs of the heap. */
  MEMORY(MemoryLoad::measure);

  /** For a help text: each with its own options, then those of all. */
  static final String USAGE = ApiLoad.USAGE
      + QueueLoad.USAGE
      + LatencyLoad.USAGE
      + IdleLoad.USAGE
      + MemoryLoad.USAGE
      + "  all of these have\n"
      + CommonOptions.USAGE;

  @SuppressWarnings("ImmutableEnumChecker") // a method, without state
  private final Measuring measuring;

  /** One of the loads. */
  private interface Measuring {
    Report measure(List<String> line, Words words, Consumer<String> progress)
        throws IOException, SQLException, InterruptedException;
  }

  Operations(Measuring measuring) {
    this.measuring = measuring;
  }

  /** The one that a command line begins with, or null. */
  static @Nullable Operations of(List<String> line) {
    for (Operations each : values()) {
      if (!line.isEmpty() && each.name().toLowerCase(Locale.ROOT).equals(line.get(0))) {
        return each;
      }
    }
    return null;
  }

  /** Measures what the line says. */
  Report measure(List<String> line, Consumer<String> progress)
      throws IOException, SQLException, InterruptedException {
    Words words = new Words(line);
    words.next();
    return measuring.measure(line, words, progress);
  }
}
