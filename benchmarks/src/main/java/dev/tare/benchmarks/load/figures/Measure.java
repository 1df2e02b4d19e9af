package dev.tare.benchmarks.load.figures;

/**
 * A single figure, of one variant or of both.
 *
 * @param group what it was taken of
 * @param name what it is
 * @param unit by the schema
 * @param copying NaN if there is none
 * @param lean NaN if there is none
 * @param ratio of lean to copying, by round; NaN if there is none
 * @param bar what the ratio is to be at most, or NaN
 * @param limit what lean is to be at most, or NaN
 */
public record Measure(
    String group,
    String name,
    String unit,
    Interval copying,
    Interval lean,
    Interval ratio,
    double bar,
    double limit) {
  private static final Interval NONE = Interval.exactly(Double.NaN);

  /** Of both variants, by round, each pair taken in turn. */
  public static Measure pair(
      String group, String name, String unit, double[] copying, double[] lean) {
    double[] ratios = new double[copying.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = lean[i] / copying[i];
    }
    return new Measure(
        group,
        name,
        unit,
        Interval.of(copying),
        Interval.of(lean),
        Interval.of(ratios),
        Double.NaN,
        Double.NaN);
  }

  /** Of both variants, once. */
  public static Measure pair(String group, String name, String unit, double copying, double lean) {
    return new Measure(
        group,
        name,
        unit,
        Interval.exactly(copying),
        Interval.exactly(lean),
        copying > 0 ? Interval.exactly(lean / copying) : NONE,
        Double.NaN,
        Double.NaN);
  }

  /** Of what ships alone. */
  public static Measure lean(String group, String name, String unit, Interval lean) {
    return new Measure(group, name, unit, NONE, lean, NONE, Double.NaN, Double.NaN);
  }

  /** The same with what the ratio is to be at most. */
  public Measure withBar(double most) {
    return new Measure(group, name, unit, copying, lean, ratio, most, limit);
  }

  /** The same with what lean is to be at most. */
  public Measure withLimit(double most) {
    return new Measure(group, name, unit, copying, lean, ratio, bar, most);
  }

  /**
   * Whether the bar is met: the ratio is at most that, and the intervals of both variants, if they
   * have any, do not overlap; or lean is within its limit. Empty without either.
   */
  public String verdict() {
    if (!Double.isNaN(bar)) {
      boolean apart = Double.isNaN(lean.high()) || lean.isBelow(copying);
      return ratio.value() > bar ? "missed" : apart ? "met" : "overlaps";
    }
    return Double.isNaN(limit) ? "" : lean.value() <= limit ? "met" : "missed";
  }
}
