package dev.tare.profiling.meter;

import java.util.Arrays;
import java.util.List;

/**
 * What one run of an action allocates. Immutable.
 *
 * <p>Where nothing else adds to the count, rounds that differ are the action's own doing, and the
 * greatest is the figure. Where other threads may add to it, the least is.
 *
 * @param bytes the figure: bytes a run
 * @param isExact whether rounds agreed to the byte: all of them, or, where other threads may add,
 *     two at least on the least
 * @param rounds bytes a run of every round, in the order in which they ran
 * @param runs how many runs were measured
 * @param isUpperBound whether the figure is the greatest of rounds that differ
 * @param scope whose allocations count
 * @param isInterpreted whether the JVM only interprets; if not, it compiled what it would
 */
public record Allocation(
    double bytes,
    boolean isExact,
    List<Double> rounds,
    int runs,
    boolean isUpperBound,
    String scope,
    boolean isInterpreted) {

  static Allocation of(long[] bytesOfRounds, Plan plan, ScopedBytes counter) {
    long[] sorted = bytesOfRounds.clone();
    Arrays.sort(sorted);
    long least = sorted[0];
    long greatest = sorted[sorted.length - 1];
    return new Allocation(
        (double) (counter.isQuiet() ? greatest : least) / plan.runsPerRound(),
        counter.isQuiet() ? least == greatest : least == sorted[1],
        Arrays.stream(bytesOfRounds)
            .mapToObj(round -> (double) round / plan.runsPerRound())
            .toList(),
        bytesOfRounds.length * plan.runsPerRound(),
        counter.isQuiet() && least != greatest,
        counter.description(),
        System.getProperty("java.vm.info", "").contains("interpreted"));
  }

  /** How the figure was taken, in a sentence. */
  public String howTaken() {
    StringBuilder text = new StringBuilder();
    text.append(runs)
        .append(" runs in ")
        .append(rounds.size())
        .append(" rounds, ")
        .append(scope);
    text.append(isInterpreted ? ", interpreted" : ", compiled where the JVM chose to");
    if (!isExact) {
      text.append("; the rounds differ, in bytes a run: ");
      text.append(String.join(", ", rounds.stream().map(Figures::text).toList()));
    }
    return text.toString();
  }
}
