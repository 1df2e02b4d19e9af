package dev.tare.reports.gate.limit;

import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.reports.gate.Judgement;
import dev.tare.reports.gate.Status;
import dev.tare.reports.gate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a run. Of several for one figure the last holds. A hard one takes the place of the
 * baseline: an absolute limit needs no baseline line and asks for no claim, a relative one gives
 * the baseline room on both sides. A soft one only warns of figures that are in order otherwise.
 *
 * @param hard those above which a figure is a regression
 * @param soft those above which it is told
 */
public record LimitRules(List<Limit> hard, List<Limit> soft) {
  /** None: the baseline is the limit. */
  public static final LimitRules NONE = new LimitRules(List.of(), List.of());

  /** Limits are copied. */
  public LimitRules {
    hard = List.copyOf(hard);
    soft = List.copyOf(soft);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return hard.isEmpty() && soft.isEmpty();
  }

  /** These after {@code earlier} hard ones, which they override. */
  public LimitRules after(List<Limit> earlier) {
    List<Limit> both = new ArrayList<>(earlier);
    both.addAll(hard);
    return new LimitRules(both, soft);
  }

  /** The same figures judged by these limits where there is one for them. */
  public Judgement apply(Judgement judgement) {
    return isEmpty()
        ? judgement
        : new Judgement(judgement.verdicts().stream().map(this::apply).toList());
  }

  private Verdict apply(Verdict verdict) {
    Measurement now = verdict.measured();
    Metric metric = verdict.metric();
    if (now == null || metric == null) {
      return verdict;
    }
    Measurement before = verdict.baseline();
    Verdict judged = last(hard, verdict, metric)
        .map(limit -> by(limit, verdict, now, before))
        .orElse(verdict);
    return last(soft, verdict, metric)
        .filter(limit -> judged.status() == Status.OK)
        .filter(limit -> before != null || !limit.relative())
        .map(limit -> warn(limit, judged, now, bound(before)))
        .orElse(judged);
  }

  private static Optional<Limit> last(List<Limit> limits, Verdict verdict, Metric metric) {
    return limits.stream()
        .filter(limit -> limit.isFor(verdict.id(), verdict.mode(), metric))
        .reduce((one, later) -> later);
  }

  private static Verdict by(
      Limit limit, Verdict verdict, Measurement now, @Nullable Measurement before) {
    if (limit.relative() && before == null) {
      return verdict;
    }
    double most = limit.above(bound(before));
    double least = limit.below(before == null ? 0 : before.low());
    Status status = Status.OK;
    if (now.value() > most) {
      status = Status.REGRESSION;
    } else if (now.value() < least) {
      status = Status.IMPROVEMENT;
    }
    return with(verdict, status, most, limit);
  }

  private static Verdict warn(Limit limit, Verdict verdict, Measurement now, double bound) {
    double most = limit.above(bound);
    return now.value() > most ? with(verdict, Status.WARNING, most, limit) : verdict;
  }

  private static double bound(@Nullable Measurement before) {
    return before == null ? 0 : before.high();
  }

  private static Verdict with(Verdict verdict, Status status, double most, Limit limit) {
    return new Verdict(
        verdict.id(),
        verdict.mode(),
        verdict.metric(),
        status,
        verdict.measured(),
        verdict.baseline(),
        most,
        "by " + limit.text());
  }
}
