package dev.tare.profiling.copies.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PackagesTest {
  private final Packages acme = new Packages(List.of("com.acme", "org.x"));

  @Test
  void package_containsItsClassesAndThoseBelow() {
    assertThat(acme.contain("com/acme/A")).isTrue();
    assertThat(acme.contain("com/acme/deep/down/A$B")).isTrue();
    assertThat(acme.contain("org/x/A")).isTrue();
  }

  @Test
  void nameThatBeginsAlike_isAnotherPackage() {
    assertThat(acme.contain("com/acmeother/A")).isFalse();
    assertThat(acme.contain("com/acme")).isFalse();
    assertThat(acme.contain("com/A")).isFalse();
  }

  @Test
  void harness_isNeverContained() {
    Packages all = new Packages(List.of());
    assertThat(all.contain("anything/A")).isTrue();
    assertThat(all.contain("java/util/ArrayList")).isFalse();
    assertThat(all.contain("org/openjdk/jmh/runner/Runner")).isFalse();
    assertThat(all.contain("org/openjdk/jmh/samples/JMHSample_01")).isTrue();
    assertThat(acme.contain("com/acme/jmh_generated/A_jmhType")).isFalse();
    assertThat(new Packages(List.of("dev.tare")).contain("dev/tare/profiling/copies/count/Moved"))
        .isFalse();
  }

  @Test
  void packagesOfBenchmarks_areTheirFirstTwoNames() {
    List<String> benchmarks =
        List.of("com.acme.queue.Q.put", "com.acme.store.S.get", "org.x.B.run", "single.B.run");
    assertThat(Packages.chosenOrOwn(List.of(), benchmarks).names())
        .containsExactly("com.acme", "org.x", "single");
    assertThat(Packages.chosenOrOwn(List.of("a.b.c"), benchmarks).names()).containsExactly("a.b.c");
  }
}
