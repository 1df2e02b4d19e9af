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
 */
public record Counting(
    Mode mode,
    Set<Metric> metrics,
    List<String> packages,
    List<String> copyMethods,
    Optional<SitesBy> sites) {
  /** Bytes alone. */
  public static final Counting BYTES = new Counting(Set.of(Metric.BYTES), List.of(), List.of());

  /** The same of compiled rows, a JVM for each. */
  public static final Counting STEADY =
      new Counting(Mode.STEADY, Set.of(Metric.BYTES), List.of(), List.of(), Optional.empty());

  /** Counting as written, without sites. */
  public Counting(Set<Metric> metrics, List<String> packages, List<String> copyMethods) {
    this(Mode.WRITTEN, metrics, packages, copyMethods, Optional.empty());
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
  }

  static Counting read(DataInput in) throws IOException {
    Mode mode = Mode.valueOf(in.readUTF());
    Set<Metric> metrics = EnumSet.noneOf(Metric.class);
    Texts.read(in).forEach(name -> metrics.add(Metric.valueOf(name)));
    List<String> packages = Texts.read(in);
    List<String> copyMethods = Texts.read(in);
    Optional<SitesBy> sites = Texts.read(in).stream().map(SitesBy::valueOf).findFirst();
    return new Counting(mode, metrics, packages, copyMethods, sites);
  }
}
