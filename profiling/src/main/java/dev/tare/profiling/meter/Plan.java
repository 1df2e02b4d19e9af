package dev.tare.profiling.meter;

/**
 * How often an action runs, and whose allocations count. Immutable.
 *
 * <p>Few runs on purpose. The JVM interprets a method some hundred times, and then compiles it with
 * C1, which leaves every allocation in; only C2, after thousands of calls, takes some out. Inside
 * these bounds the figure is what the bytecode asks for.
 *
 * @param scope whose allocations count
 * @param warmUps runs before any that counts: classes are initialised, lambdas linked, caches full
 * @param rounds how many rounds are measured and compared with each other
 * @param runsPerRound runs in one round
 */
public record Plan(Scope scope, int warmUps, int rounds, int runsPerRound) {
  private static final int WARM_UPS = 20;
  private static final int ROUNDS = 5;
  private static final int RUNS_PER_ROUND = 8;

  /** Refuses numbers that leave nothing to compare. */
  public Plan {
    if (warmUps < 0 || rounds < 2 || runsPerRound < 1) {
      throw new IllegalArgumentException("a plan needs two rounds of one run, and no less than"
          + " no warm-up: " + warmUps + " warm-ups, " + rounds + " rounds of " + runsPerRound);
    }
  }

  /** 20 warm-ups, then 5 rounds of 8 runs; the calling thread's allocations. */
  public static Plan usual() {
    return new Plan(Scope.callingThread(), WARM_UPS, ROUNDS, RUNS_PER_ROUND);
  }

  /** The same for another scope. */
  public Plan in(Scope other) {
    return new Plan(other, warmUps, rounds, runsPerRound);
  }

  /** The same with so many warm-ups. */
  public Plan withWarmUps(int count) {
    return new Plan(scope, count, rounds, runsPerRound);
  }

  /** The same with so many runs in a round. */
  public Plan withRunsPerRound(int count) {
    return new Plan(scope, warmUps, rounds, count);
  }
}
