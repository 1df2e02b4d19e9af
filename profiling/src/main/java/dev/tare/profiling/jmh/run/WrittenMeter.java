package dev.tare.profiling.jmh.run;

import dev.tare.profiling.jmh.run.AllocationProfiler.Iteration;
import dev.tare.profiling.jmh.run.SingleShot.Halves;
import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.wire.Event;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Determines the bytes an operation of one row, interpreted, and what it copies.
 *
 * <p>An iteration of b operations allocates b times the operation's bytes, plus a floor: JMH's own
 * work and whatever the set-up of the iteration does. Noise only adds, so the least of several
 * iterations is taken. Two batch sizes then give the bytes an operation, and the floor cancels.
 * Set-up of an invocation does not: it belongs to each operation, as for JMH's own profilers.
 *
 * <p>This is done twice, over disjoint runs with batches of N and 2N (of few: 5N), and of N and 4N.
 * A cost that is the same for each operation gives the same figure from both: it is called exact.
 * One that differs (random input, a structure that grows) does not: more iterations join the first,
 * and if they never agree it is reported as varying, with the range of what was seen.
 */
final class WrittenMeter {
  /** What the operations of a batch of N may take; a round of determinations is 32 such batches. */
  private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

  /** The same for an operation that waits, on a database say: a few are needed against noise. */
  private static final long FEW_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** Few sizes, far apart, so that every launch chooses the same. */
  private static final int[] BATCHES = {1024, 256, 64, 16};

  private static final int FEW = 4;

  /**
   * No further iterations after so long: each run sets the trial up again, and that may be slow.
   */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(40);

  /** Of an iteration's time, its rounds take at least this part together. */
  private static final int LEAST_PART = 20;

  /** The first two iterations of a run load classes: a round needs more than these. */
  private static final int[] ROUND_ITERATIONS = {4, 7, 15};

  private final BenchmarkId row;
  private final SingleShot runs;
  private final long deadline = System.nanoTime() + MOST_NANOS;
  private int batch;

  WrittenMeter(BenchmarkId row, OptionalInt threads) {
    this.row = row;
    this.runs = new SingleShot(row, threads);
  }

  /** One figure a metric, in their order, and those of the calls that add to them. */
  Event.Measured measure(Set<Metric> metrics) throws RunnerException {
    Halves pilot = runs.run(1, 4, ROUND_ITERATIONS[0]);
    batch = batch(nanosPerRound(pilot));
    Round round = new Round(metrics);
    round.run(pilot);
    int larger = batch(nanosPerRound(round.wides));
    if (!round.isExact()
        && larger > batch
        && !isLate()) { // the machine was busy: it was no slow operation
      batch = larger;
      round = new Round(metrics);
      round.run(pilot);
    }
    return round.figures();
  }

  /** The determinations by the batch size of the moment. */
  private final class Round {
    private final List<Determination> determinations;
    private final SiteDeterminations sites;
    private Halves wides = Halves.none();
    private Halves narrows = Halves.none();

    Round(Set<Metric> metrics) {
      this.determinations = metrics.stream().sorted().map(Determination::new).toList();
      this.sites = new SiteDeterminations(metrics);
    }

    void run(Halves pilot) throws RunnerException {
      // Few calls need a wider span: by it a queue node is told from a cost.
      int other = batch == FEW ? 5 : 2;
      for (int iterations : ROUND_ITERATIONS) {
        boolean piloted = batch == 1 && iterations == ROUND_ITERATIONS[0]; // slow: do not repeat it
        wides = wides.and(piloted ? pilot : runs.run(batch, 4 * batch, iterations));
        narrows = narrows.and(runs.run(batch, other * batch, iterations));
        for (Determination each : determinations) {
          each.take(wides, narrows);
        }
        sites.take(wides, narrows);
        if (isExact() || isLate()) {
          break;
        }
      }
    }

    boolean isExact() {
      return determinations.stream().allMatch(Determination::isExact);
    }

    Event.Measured figures() {
      return new Event.Measured(
          determinations.stream().map(each -> each.of(row)).toList(), sites.of(row));
    }
  }

  private boolean isLate() {
    return System.nanoTime() > deadline;
  }

  /** The smaller batch that the figures were measured with. */
  int batch() {
    return batch;
  }

  /** As many operations as fit the time of an iteration: one that waits on a database gets few. */
  static int batch(long nanosPerRound) {
    for (int batch : BATCHES) {
      if (batch * nanosPerRound <= BATCH_NANOS) {
        return batch;
      }
    }
    return FEW * nanosPerRound <= FEW_NANOS ? FEW : 1;
  }

  /**
   * What a round takes, by the difference of two sizes; where noise has eaten that, at least the
   * part that the larger size's time can not have been without.
   */
  static long nanosPerRound(Halves pilot) {
    long rounds = pilot.large().get(0).rounds() - pilot.small().get(0).rounds();
    long large = fastest(pilot.large());
    long least = large / (LEAST_PART * pilot.large().get(0).rounds());
    return Math.max((large - fastest(pilot.small())) / rounds, least);
  }

  private static long fastest(List<Iteration> iterations) {
    return iterations.stream().mapToLong(Iteration::nanos).min().orElseThrow();
  }
}
