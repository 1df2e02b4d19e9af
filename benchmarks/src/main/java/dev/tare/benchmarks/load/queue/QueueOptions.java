package dev.tare.benchmarks.load.queue;

import dev.tare.benchmarks.command.Words;
import dev.tare.benchmarks.load.figures.CommonOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line.
 *
 * @param common what every load has
 * @param kinds which queues, in this order
 * @param payloads bytes of parameters in a message
 * @param producers how many threads publish
 * @param messages a round, or 0 for what each kind has
 * @param batch messages published at once
 */
record QueueOptions(
    CommonOptions common,
    List<Kind> kinds,
    List<Integer> payloads,
    List<Integer> producers,
    int messages,
    int batch) {
  static final String USAGE = """
        queue            publishes, consumes and acknowledges messages
        --queue KIND     memory | jdbc; repeatable; both unless said
        --payload N      bytes in a message; repeatable; 0, 200, 2000 and 20000 unless said
        --producers N    threads that publish; repeatable; 1 and 4 unless said
        --messages N     of a round, 20000 in memory and 2000 in a database unless said
        --batch N        messages published at once, 10 unless said
      """;

  private static final String OWN = "--queue, --payload, --producers, --messages, --batch";

  static QueueOptions parse(List<String> line, Words words) {
    CommonOptions common = new CommonOptions(line);
    List<Kind> kinds = new ArrayList<>();
    List<Integer> payloads = new ArrayList<>();
    List<Integer> producers = new ArrayList<>();
    int messages = 0;
    int batch = 10;
    while (words.hasNext()) {
      String option = words.next();
      switch (option) {
        case "--queue" -> kinds.add(words.oneOf(option, "queue", Kind.values(), Kind::label));
        case "--payload" -> payloads.add(words.number(option, 0, 500_000));
        case "--producers" -> producers.add(words.number(option, 1, 100));
        case "--messages" -> messages = words.number(option, 1, 100_000_000);
        case "--batch" -> batch = words.number(option, 1, Kind.CAPACITY);
        default -> {
          if (!common.take(option, words)) {
            throw CommonOptions.unknown(option, OWN);
          }
        }
      }
    }
    return new QueueOptions(
        common,
        kinds.isEmpty() ? List.of(Kind.values()) : kinds,
        payloads.isEmpty() ? List.of(0, 200, 2_000, 20_000) : payloads,
        producers.isEmpty() ? List.of(1, 4) : producers,
        messages,
        batch);
  }
}
