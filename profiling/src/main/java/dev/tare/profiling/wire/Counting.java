package dev.tare.profiling.wire;

import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.sites.SitesBy;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What to count, and how.
 *
 * @param mode how figures are taken
 * @param metrics what to count
 * @param packages whose code copies are counted in and sites are told by; empty for the benchmarks'
 *     own
 * @param copyMethods further methods that copy an object
 * @param sites what records each allocation, if the sites are asked for
 * @param timing how time is taken, if it is
 */
public record Counting(
    Mode mode,
    Set<Metric> metrics,
    List<String> packages,
    List<String> copyMethods,
    Optional<SitesBy> sites,
    Timing timing) {
  /** Bytes alone. */
  public static final Counting BYTES = new Counting(Set.of(Metric.BYTES), List.of(), List.of());

  /** Counting that takes no time. */
  public Counting(
      Mode mode,
      Set<Metric> metrics,
      List<String> packages,
      List<String> copyMethods,
      Optional<SitesBy> sites) {
    this(mode, metrics, packages, copyMethods, sites, Timing.USUAL);
  }

  /** Counting as written, without sites. */
  public Counting(Set<Metric> metrics, List<String> packages, List<String> copyMethods) {
    this(Mode.WRITTEN, metrics, packages, copyMethods, Optional.empty());
  }

  /**
   * The bytes of compiled rows, a JVM for each.
   *
   * @param packages those that the user chose; nothing is told by them, but they must be there
   */
  public static Counting steady(List<String> packages) {
    return new Counting(Mode.STEADY, Set.of(Metric.BYTES), packages, List.of(), Optional.empty());
  }

  /** The time of rows, with nothing counted beside it; of the packages as in {@link #steady}. */
  public static Counting timed(List<String> packages, Timing timing) {
    return new Counting(
        Mode.TIMED, Set.of(Metric.TIME), packages, List.of(), Optional.empty(), timing);
  }

  /** The same, with time taken otherwise. */
  public Counting with(Timing other) {
    return new Counting(mode, metrics, packages, copyMethods, sites, other);
  }

  /** Whether calls that copy are to be counted, which takes an agent. */
  public boolean countsCopies() {
    return metrics.stream().anyMatch(Metric::isOfCopies);
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(mode.name());
    Texts.write(out, metrics.stream().map(Metric::name).sorted().toList());
    Texts.write(out, packages);
    Texts.write(out, copyMethods);
    Texts.write(out, sites.map(SitesBy::name).stream().toList());
    timing.write(out);
  }

  static Counting read(DataInput in) throws IOException {
    Mode mode = Mode.valueOf(in.readUTF());
    Set<Metric> metrics = EnumSet.noneOf(Metric.class);
    Texts.read(in).forEach(name -> metrics.add(Metric.valueOf(name)));
    List<String> packages = Texts.read(in);
    List<String> copyMethods = Texts.read(in);
    Optional<SitesBy> sites = Texts.read(in).stream().map(SitesBy::valueOf).findFirst();
    return new Counting(mode, metrics, packages, copyMethods, sites, Timing.read(in));
  }
}
