package dev.tare.reports.copies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.copies.CopyKind;
import dev.tare.profiling.copies.CopySite;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopyTableTest {
  private static final List<CopySite> SITES = List.of(
      site("com.acme.queue.A", CopyKind.ARRAY),
      site("com.acme.queue.deep.B", CopyKind.STRING),
      site("com.acme.queue.deep.B", CopyKind.BOXING),
      site("com.acme.queued.C", CopyKind.STRING),
      site("Unnamed", CopyKind.BUFFER));

  @Test
  void packages_areAreasOfTheirOwn() {
    CopyTable table = CopyTable.of(SITES, new Areas(Map.of()));
    assertThat(table.rows())
        .extracting(CopyTable.Row::area)
        .containsExactly("(unnamed)", "com.acme.queue", "com.acme.queue.deep", "com.acme.queued");
  }

  @Test
  void area_hasThePackagesBelowUnlessAnotherIsCloser() {
    Areas areas = new Areas(Map.of("com.acme.queue", "queue", "com.acme", "rest"));
    assertThat(CopyGrids.table(CopyTable.of(SITES, areas)).toText()).isEqualTo("""
            area       array  string  collection  buffer  object  copies  boxing
            (unnamed)      0       0           0       1       0       1       0
            queue          1       1           0       0       0       2       1
            rest           0       1           0       0       0       1       0
            total          1       2           0       1       0       4       1
            """);
  }

  @Test
  void json_isOneLineARecord() {
    Areas areas = new Areas(Map.of("com.acme", "all"));
    List<CopySite> one = SITES.subList(0, 1);
    assertThat(CopyJson.render(CopyTable.of(one, areas), one, areas, 7)).isEqualTo("""
            {"schema":1,"classes":7,"areas":[
            {"area":"all","array":1,"string":0,"collection":0,"buffer":0,"object":0,"boxing":0,\
            "copies":1}],"total":{"area":"total","array":1,"string":0,"collection":0,"buffer":0,\
            "object":0,"boxing":0,"copies":1},"sites":[
            {"class":"com.acme.queue.A","method":"m","line":3,"kind":"array","call":"call",\
            "area":"all"}]}
            """);
  }

  private static CopySite site(String type, CopyKind kind) {
    return new CopySite(type, "m", 3, kind, "call");
  }
}
