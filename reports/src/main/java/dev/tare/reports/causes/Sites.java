package dev.tare.reports.causes;

import dev.tare.profiling.copies.SiteFigure;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Site;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The sites of one figure, in the form in which they are compared and kept: by method, without
 * lines, which every edit above them would change.
 */
public final class Sites {
  // Far below a unit, far above what a sum of parts loses.
  private static final double SAME = 1e-6;

  private final List<LineSite> lines;

  private Sites(Stream<LineSite> lines) {
    this.lines = lines.sorted().toList();
  }

  /** Those that the figure holds itself, and those that are counted beside it. */
  public static Sites of(Measurement figure, List<SiteFigure> calls) {
    return new Sites(Stream.concat(
        figure.sites().stream().map(LineSite::of),
        calls.stream().filter(call -> call.part().value() > 0).map(LineSite::of)));
  }

  /** Whether they explain all of the figure: of zero, none do. */
  public boolean addUpTo(Measurement figure) {
    double sum = lines.stream().mapToDouble(LineSite::value).sum();
    return figure.isExact() && Math.abs(sum - figure.value()) < SAME;
  }

  /** The figure with these sites as a baseline keeps them; alone if they do not add up to it. */
  public Measurement keptWith(Measurement figure) {
    List<Site> kept = lines.stream()
        .map(line -> new Site(line.what(), line.method(), line.value()))
        .toList();
    return with(figure, addUpTo(figure) ? kept : List.of());
  }

  /** The figure alone. */
  public static Measurement without(Measurement figure) {
    return with(figure, List.of());
  }

  /** The figure with these sites in the place of its own. */
  public static Measurement with(Measurement figure, List<Site> sites) {
    return new Measurement(
        figure.id(),
        figure.mode(),
        figure.metric(),
        figure.value(),
        figure.low(),
        figure.high(),
        sites);
  }

  /** How these came to be of the earlier ones, or just these if there are none to compare with. */
  public Cause since(Optional<Sites> earlier) {
    return new Cause(
        earlier
            .map(before -> SiteDiff.between(before.lines, lines))
            .orElseGet(() -> SiteDiff.present(lines)),
        "",
        this);
  }
}
