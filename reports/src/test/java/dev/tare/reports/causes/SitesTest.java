package dev.tare.reports.causes;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.row;
import static dev.tare.reports.Sample.varying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Metric;
import dev.tare.profiling.record.Mode;
import dev.tare.profiling.record.Site;
import dev.tare.reports.causes.SiteChange.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SitesTest {
  private static final BenchmarkId ROW = row("a.B.run");

  @Test
  void siteOfAnotherMethod_isNewWithItsLine() {
    assertThat(changes(List.of(site("a.C.m:9", 24)), List.of(site("a.C.n:4", 16))))
        .containsExactly(
            new SiteChange(Kind.NEW, "int[]", "a.C.n", List.of(4), 0, 16),
            new SiteChange(Kind.GONE, "int[]", "a.C.m", List.of(), 24, 0));
  }

  @Test
  void linesThatMoved_areNoChange() {
    assertThat(changes(
            List.of(site("a.C.m:9", 24), site("a.C.m:12", 48)),
            List.of(site("a.C.m:19", 24), site("a.C.m:30", 48))))
        .isEmpty();
  }

  @Test
  void lineAmongOthersOfItsMethod_isToldByTheOrderOfTheirValues() {
    assertThat(changes(
            List.of(site("a.C.m:9", 24), site("a.C.m:12", 48)),
            List.of(site("a.C.m:9", 24), site("a.C.m:11", 16), site("a.C.m:13", 48))))
        .containsExactly(new SiteChange(Kind.GROWN, "int[]", "a.C.m", List.of(11), 72, 88));
  }

  @Test
  void lineThatGrew_isToldAmongThoseThatDidNot() {
    assertThat(changes(
            List.of(site("a.C.m:9", 24), site("a.C.m:12", 48)),
            List.of(site("a.C.m:9", 24), site("a.C.m:12", 96))))
        .containsExactly(new SiteChange(Kind.GROWN, "int[]", "a.C.m", List.of(12), 72, 120));
  }

  @Test
  void oneMoreAmongEquals_namesAllOfThem() {
    assertThat(changes(
            List.of(site("a.C.m:9", 24), site("a.C.m:12", 24)),
            List.of(site("a.C.m:9", 24), site("a.C.m:11", 24), site("a.C.m:12", 24))))
        .containsExactly(new SiteChange(Kind.GROWN, "int[]", "a.C.m", List.of(9, 11, 12), 48, 72));
  }

  @Test
  void lambdaWithAnotherNumber_isTheSame() {
    assertThat(
            changes(List.of(site("a.C.lambda$m$0:9", 24)), List.of(site("a.C.lambda$m$3:12", 24))))
        .isEmpty();
  }

  @Test
  void withoutEarlierSites_allArePresentTheGreatestFirst() {
    Measurement now = figure(List.of(site("a.C.m:9", 24), site("a.C.n:12", 48)));
    assertThat(Sites.of(now, List.of()).since(Optional.empty()).changes())
        .extracting(SiteChange::location, SiteChange::kind)
        .containsExactly(tuple("a.C.n:12", Kind.PRESENT), tuple("a.C.m:9", Kind.PRESENT));
  }

  @Test
  void sitesAreKept_withoutLinesAndOnlyIfTheyAddUp() {
    Measurement sites = figure(List.of(site("a.C.m:9", 24), site("a.C.m:12", 48)));
    Sites found = Sites.of(sites, List.of());
    assertThat(found.keptWith(bytes(ROW, 72)).sites())
        .containsExactly(new Site("int[]", "a.C.m", 24), new Site("int[]", "a.C.m", 48));
    assertThat(found.keptWith(bytes(ROW, 71)).sites()).isEmpty();
    assertThat(found.keptWith(varying(ROW, 72, 72, 73)).sites()).isEmpty();
    assertThat(Sites.of(bytes(ROW, 0), List.of()).addUpTo(bytes(ROW, 0))).isTrue();
  }

  private static List<SiteChange> changes(List<Site> before, List<Site> now) {
    Sites earlier = Sites.of(figure(before), List.of());
    // What a baseline gives back is what was kept in it.
    Sites kept = Sites.of(earlier.keptWith(figure(before)), List.of());
    return Sites.of(figure(now), List.of()).since(Optional.of(kept)).changes();
  }

  private static Site site(String location, double value) {
    return new Site("int[]", location, value);
  }

  private static Measurement figure(List<Site> sites) {
    double sum = sites.stream().mapToDouble(Site::value).sum();
    return new Measurement(ROW, Mode.WRITTEN, Metric.BYTES, sum, sum, sum, sites);
  }
}
