package dev.tare.reports.page.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlameGraphTest {
  private final FlameGraph graph = new FlameGraph(List.of("copying", "lean"), "alloc", "a.");

  @Test
  void json_hasEachCallAfterItsCallerWithTheValuesOfBoth() {
    graph.add(0, List.of("a.M.run", "a.M.copy"), 60);
    graph.add(0, List.of("a.M.run", "a.M.send"), 40);
    graph.add(1, List.of("a.M.run", "a.M.send"), 10);
    assertThat(graph.json())
        .isEqualTo("{\"unit\":\"alloc\",\"own\":\"a.\",\"variants\":[\"copying\",\"lean\"],"
            + "\"nodes\":[0,0,100,10,1,1,100,10,2,2,60,0,3,2,40,10],"
            + "\"names\":[\"all\",\"a.M.run\",\"a.M.copy\",\"a.M.send\"]}");
  }

  @Test
  void callsThatNobodySees_areLeftOut() {
    graph.add(0, List.of("a.M.run"), 10_000);
    graph.add(0, List.of("a.M.rare"), 9);
    graph.add(0, List.of("a.M.seen"), 11);
    assertThat(graph.json()).contains("a.M.seen").doesNotContain("a.M.rare");
  }

  @Test
  void hostileNamesAndDepths_doNoHarm() {
    graph.add(0, List.of("</script><script>alert(1)</script>"), 1);
    graph.add(0, Collections.nCopies(100_000, "a.M.again"), 1);
    assertThat(graph.json()).doesNotContain("<").contains("\\u003c/script>");
  }
}
