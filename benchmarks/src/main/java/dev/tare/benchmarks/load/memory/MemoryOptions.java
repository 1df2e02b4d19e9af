package dev.tare.benchmarks.load.memory;

import dev.tare.benchmarks.command.Words;
import dev.tare.benchmarks.load.figures.CommonOptions;
import java.util.List;

/**
 * A command line.
 *
 * @param common what every load has; rounds of the drain in the usual heap
 * @param tasks runs that wait
 * @param payload bytes of each one's payload
 * @param heapMebibytes the usual heap, and the largest that is tried
 */
record MemoryOptions(CommonOptions common, int tasks, int payload, int heapMebibytes) {
  static final String USAGE = """
        memory           drains waiting runs in JVMs of their own, in ever smaller heaps
        --tasks N        runs a drain, 2000 unless said
        --payload N      bytes of a run's payload, 200 unless said
        --heap N         MiB, 64 unless said: the usual heap, and the largest that is tried
      """;

  static MemoryOptions parse(List<String> line, Words words) {
    CommonOptions common = new CommonOptions(line);
    int tasks = 2_000;
    int payload = 200;
    int heap = 64;
    while (words.hasNext()) {
      String option = words.next();
      switch (option) {
        case "--tasks" -> tasks = words.number(option, 1, 10_000_000);
        case "--payload" -> payload = words.number(option, 0, 1 << 20);
        case "--heap" -> heap = words.number(option, 8, 100_000);
        default -> {
          if (!common.take(option, words)) {
            throw CommonOptions.unknown(option, "--tasks, --payload, --heap");
          }
        }
      }
    }
    return new MemoryOptions(common, tasks, payload, heap);
  }
}
