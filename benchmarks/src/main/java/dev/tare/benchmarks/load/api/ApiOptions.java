package dev.tare.benchmarks.load.api;

import dev.tare.benchmarks.command.Words;
import dev.tare.benchmarks.load.figures.CommonOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * A command line.
 *
 * @param common what every load has
 * @param questions what is asked, in this order
 * @param perSecond requests a second, or 0 for what each question has
 * @param seconds how long a round takes
 * @param warmUp how long each server is warmed up before each question, seconds
 * @param tasks how many tasks there are
 * @param connections requests that may be under way at once
 * @param heapMebibytes the heap of each server
 */
record ApiOptions(
    CommonOptions common,
    List<Question> questions,
    int perSecond,
    int seconds,
    int warmUp,
    int tasks,
    int connections,
    int heapMebibytes) {
  static final String USAGE = """
        api              asks two servers, copying and lean, at a fixed rate
        --ask WHAT       list tasks | task | list runs | run | trigger | mix; repeatable, all
                         unless said
        --rate N         requests a second; each question has its own unless said
        --seconds N      of a round, 3 unless said
        --warm-up N      seconds for each server and question, 3 unless said
        --tasks N        tasks in the database, 400 unless said, a quarter of them not active
        --connections N  requests at once, 8 unless said
        --heap N         MiB for each server, 128 unless said
      """;

  private static final String OWN =
      "--ask, --rate, --seconds, --warm-up, --tasks, --connections, --heap";

  static ApiOptions parse(List<String> line, Words words) {
    CommonOptions common = new CommonOptions(line);
    List<Question> questions = new ArrayList<>();
    int perSecond = 0;
    int seconds = 3;
    int warmUp = 3;
    int tasks = 400;
    int connections = 8;
    int heap = 128;
    while (words.hasNext()) {
      String option = words.next();
      switch (option) {
        case "--ask" ->
          questions.add(words.oneOf(option, "question", Question.values(), Question::label));
        case "--rate" -> perSecond = words.number(option, 1, 100_000);
        case "--seconds" -> seconds = words.number(option, 1, 3_600);
        case "--warm-up" -> warmUp = words.number(option, 0, 3_600);
        case "--tasks" -> tasks = words.number(option, 1, 100_000);
        case "--connections" -> connections = words.number(option, 1, 500);
        case "--heap" -> heap = words.number(option, 24, 100_000);
        default -> {
          if (!common.take(option, words)) {
            throw CommonOptions.unknown(option, OWN);
          }
        }
      }
    }
    return new ApiOptions(
        common,
        questions.isEmpty() ? List.of(Question.values()) : questions,
        perSecond,
        seconds,
        warmUp,
        tasks,
        connections,
        heap);
  }
}
