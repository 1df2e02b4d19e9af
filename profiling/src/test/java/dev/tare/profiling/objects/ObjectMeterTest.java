package dev.tare.profiling.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.profiling.copies.rule.Packages;
import dev.tare.profiling.known.ObjectBenchmark;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectMeterTest {
  private volatile Object sink = "";
  private int number = 1_000;

  record Pair(Object left, Object right) {}

  @Test
  void nothing_isNoObject() {
    assertThat(ObjectMeter.count(5, () -> number++)).isEmpty();
  }

  @Test
  void objects_areCountedByClass() {
    Map<String, ObjectCount> counts =
        ObjectMeter.count(5, () -> sink = new Pair(new long[1], new Pair("", new long[2])));
    assertThat(counts).containsOnlyKeys(Pair.class.getName(), "long[]");
    assertThat(counts)
        .containsEntry("long[]", new ObjectCount(2, 24 + 32))
        .hasEntrySatisfying(
            Pair.class.getName(), count -> assertThat(count.objects()).isEqualTo(2));
  }

  /** On JDK 17 the JVM fills unused memory with arrays of that class. */
  @Test
  void intArrays_areToldFromFillers() {
    assertThat(ObjectMeter.count(5, () -> sink = new int[][] {new int[2], new int[4]}))
        .containsEntry("int[]", new ObjectCount(2, 24 + 32))
        .containsOnlyKeys("int[]", "int[][]");
  }

  @Test
  void string_isTwoObjects() {
    assertThat(ObjectMeter.count(5, () -> sink = "n" + number))
        .containsOnlyKeys("java.lang.String", "byte[]")
        .allSatisfy((type, count) -> assertThat(count.objects()).isEqualTo(1));
  }

  @Test
  void collectionMeanwhile_isNoReasonForAWrongCount() {
    assertThatThrownBy(() -> ObjectMeter.count(1, () -> {
          sink = new long[2];
          System.gc();
        }))
        .hasMessageContaining("objects can not be counted: a garbage collection took some away");
  }

  @Test
  void callSites_leaveOutWhatAnAgentLooksAtClassesWith() {
    List<String> benchmarks = List.of("com.acme.a.A.a", "org.other.b.B.b");
    List<CallSites.Site> sites =
        CallSites.sample(true, () -> sink = Packages.chosenOrOwn(List.of(), benchmarks), () -> {});
    assertThat(sites).isEmpty();
  }

  @Test
  void callSite_isTheProgramsOwn() {
    ObjectBenchmark program = new ObjectBenchmark();
    List<CallSites.Site> sites =
        CallSites.sample(true, () -> sink = program.boxOutsideTheCache(), () -> {});
    assertThat(sites).hasSize(1);
    assertThat(sites.get(0).allocated()).isEqualTo("java.lang.Integer");
    assertThat(sites.get(0).where())
        .matches("dev\\.tare\\.profiling\\.known\\.ObjectBenchmark\\.boxOutsideTheCache:\\d+");
  }
}
