package dev.tare.benchmarks.soak.growth;

import java.util.List;

/**
 * Whether a quantity grew with the runs.
 *
 * @param quantity what
 * @param first its value in the first sample that counts
 * @param last in the last
 * @param trend what a run adds to it
 * @param verdict what that comes to
 */
public record Growth(
    Quantity quantity, double first, double last, TheilSen trend, Verdict verdict) {
  /** The share of the samples that goes before what counts: caches fill, code is compiled. */
  private static final double WARM_UP = 1.0 / 3;

  /** What the samples say of a quantity. */
  public enum Verdict {
    /** Its growth over all samples is less than its tolerance, with 95 % confidence. */
    FLAT("flat"),
    /** It is more. */
    GROWING("growing"),
    /** Both are possible. */
    OPEN("cannot tell"),
    /** This system does not tell it. */
    UNKNOWN("not known here");

    private final String label;

    Verdict(String label) {
      this.label = label;
    }

    /** Its name for a reader. */
    public String label() {
      return label;
    }
  }

  /** How many of so many samples go before what counts. */
  public static int warmUp(int samples) {
    return (int) (samples * WARM_UP);
  }

  /** Judges one quantity by all samples of a soak. */
  public static Growth of(Quantity quantity, List<Sample> samples) {
    List<Sample> counted = samples.subList(warmUp(samples.size()), samples.size());
    double[] runs = counted.stream().mapToDouble(Sample::runs).toArray();
    double[] values = counted.stream().mapToDouble(quantity::of).toArray();
    double first = values[0];
    double last = values[values.length - 1];
    if (Double.isNaN(first + last)) {
      return new Growth(
          quantity, first, last, new TheilSen(Double.NaN, Double.NaN, Double.NaN), Verdict.UNKNOWN);
    }
    TheilSen trend = TheilSen.of(runs, values);
    double span = runs[runs.length - 1] - runs[0];
    Verdict verdict = trend.high() * span < quantity.tolerance()
        ? Verdict.FLAT
        : trend.low() * span > quantity.tolerance() ? Verdict.GROWING : Verdict.OPEN;
    return new Growth(quantity, first, last, trend, verdict);
  }
}
