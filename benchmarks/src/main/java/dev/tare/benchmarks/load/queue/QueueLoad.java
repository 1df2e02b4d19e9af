package dev.tare.benchmarks.load.queue;

import com.zaxxer.hikari.HikariDataSource;
import dev.tare.benchmarks.Variant;
import dev.tare.benchmarks.command.Words;
import dev.tare.benchmarks.load.figures.Measure;
import dev.tare.benchmarks.load.figures.Report;
import dev.tare.scheduler.store.connection.DataSources;
import dev.tare.scheduler.testkit.Database;
import dev.tare.scheduler.testkit.DatabaseHost;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Every queue by every payload and number of producers, both variants in turn. */
public final class QueueLoad {
  /** For a help text. */
  public static final String USAGE = QueueOptions.USAGE;

  private final QueueOptions options;
  private final Database database;
  private final Consumer<String> progress;
  private final List<Measure> measures = new ArrayList<>();

  private QueueLoad(QueueOptions options, Database database, Consumer<String> progress) {
    this.options = options;
    this.database = database;
    this.progress = progress;
  }

  /** Measures what a command line says; {@code words} are behind the operation's name. */
  public static Report measure(List<String> line, Words words, Consumer<String> progress)
      throws InterruptedException {
    QueueOptions options = QueueOptions.parse(line, words);
    Database database = DatabaseHost.of(options.common().database()).empty();
    QueueLoad load = new QueueLoad(options, database, progress);
    load.run();
    return new Report(options.common(), "queue", database.description(), List.of(), load.measures);
  }

  private void run() throws InterruptedException {
    int most = options.producers().stream().mapToInt(Integer::intValue).max().orElse(1);
    try (HikariDataSource pool = DataSources.pooled(database.url(), most + 2)) {
      for (Kind kind : options.kinds()) {
        for (int payload : options.payloads()) {
          for (int producers : options.producers()) {
            measure(kind, payload, producers, pool);
          }
        }
      }
    }
  }

  private void measure(Kind kind, int payload, int producers, HikariDataSource pool)
      throws InterruptedException {
    database.empty();
    Throughput copying = open(kind, Variant.COPYING, payload, producers, pool);
    Throughput lean = open(kind, Variant.LEAN, payload, producers, pool);
    String group = kind.label() + ", " + payload + " B, " + producers
        + (producers == 1 ? " producer" : " producers");
    copying.round(); // compiles, and is not counted
    lean.round();
    List<Throughput.Figures> ofCopying = new ArrayList<>();
    List<Throughput.Figures> ofLean = new ArrayList<>();
    for (int round = 0; round < options.common().rounds(); round++) {
      ofCopying.add(copying.round());
      ofLean.add(lean.round());
    }
    double[] perSecond = perSecond(ofLean);
    progress.accept(
        group + ": lean " + Math.round(perSecond[perSecond.length - 1]) + " messages/s");
    measures.add(Measure.pair(group, "messages", "msgs/s", perSecond(ofCopying), perSecond));
    measures.add(Measure.pair(group, "bytes a message", "B/op", bytes(ofCopying), bytes(ofLean)));
  }

  private Throughput open(
      Kind kind, Variant variant, int payload, int producers, HikariDataSource pool) {
    int messages = options.messages() == 0 ? kind.messages() : options.messages();
    return new Throughput(
        kind.open(variant, database, pool), payload, producers, messages, options.batch());
  }

  private static double[] perSecond(List<Throughput.Figures> rounds) {
    return rounds.stream().mapToDouble(Throughput.Figures::perSecond).toArray();
  }

  private static double[] bytes(List<Throughput.Figures> rounds) {
    return rounds.stream().mapToDouble(Throughput.Figures::bytes).toArray();
  }
}
