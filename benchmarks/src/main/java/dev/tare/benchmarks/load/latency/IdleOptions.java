package dev.tare.benchmarks.load.latency;

import dev.tare.benchmarks.command.Words;
import dev.tare.benchmarks.load.figures.CommonOptions;
import java.util.List;

/**
 * A command line.
 *
 * @param common what every load has; a round is a stretch of the same quiet time
 * @param seconds how long a stretch is
 * @param settle how long the node is left alone before, seconds
 */
record IdleOptions(CommonOptions common, int seconds, int settle) {
  static final String USAGE = """
        idle             what a node does that has nothing to do
        --seconds N      of a round, 20 unless said: as long as from heartbeat to heartbeat
        --settle N       seconds before the first round, 20 unless said: all that comes now and then
                         has been done once, its classes are loaded
      """;

  static IdleOptions parse(List<String> line, Words words) {
    CommonOptions common = new CommonOptions(line);
    int seconds = 20;
    int settle = 20;
    while (words.hasNext()) {
      String option = words.next();
      switch (option) {
        case "--seconds" -> seconds = words.number(option, 1, 3_600);
        case "--settle" -> settle = words.number(option, 0, 3_600);
        default -> {
          if (!common.take(option, words)) {
            throw CommonOptions.unknown(option, "--seconds, --settle");
          }
        }
      }
    }
    return new IdleOptions(common, seconds, settle);
  }
}
