package dev.tare.benchmarks.load;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The medians of a subject's rounds, a task.
 *
 * @param rates tasks a second, of each round
 * @param roundTripsPerTask NaN if there is no server
 * @param serverCpuMicros NaN if it is not known
 */
record LoadResult(
    String subject,
    Operation operation,
    List<Double> rates,
    double tasksPerSecond,
    double bytesPerTask,
    double roundTripsPerTask,
    double jvmCpuMicros,
    double serverCpuMicros) {

  /** Of rounds that had so many tasks each. */
  static LoadResult of(
      String subject, Operation operation, int tasks, List<Reading> rounds, boolean remote) {
    return new LoadResult(
        subject,
        operation,
        rounds.stream().map(round -> tasks * 1e9 / round.nanos()).toList(),
        median(rounds, round -> tasks * 1e9 / round.nanos()),
        median(rounds, round -> round.bytes() / (double) tasks),
        remote ? median(rounds, round -> round.trips() / (double) tasks) : Double.NaN,
        median(rounds, round -> round.jvmCpuNanos() / 1e3 / tasks),
        median(
            rounds,
            round -> round.serverCpuNanos() == ServerCpu.UNKNOWN
                ? Double.NaN
                : round.serverCpuNanos() / 1e3 / tasks));
  }

  /** Of an even number, the mean of the two in the middle. */
  static double median(List<Reading> rounds, ToDoubleFunction<Reading> figure) {
    double[] figures = rounds.stream().mapToDouble(figure).toArray();
    Arrays.sort(figures);
    int middle = figures.length / 2;
    return figures.length % 2 == 1 ? figures[middle] : (figures[middle - 1] + figures[middle]) / 2;
  }
}
