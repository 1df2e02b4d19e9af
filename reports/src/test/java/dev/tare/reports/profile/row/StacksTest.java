package dev.tare.reports.profile.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.profiling.recording.ProfileEvent;
import dev.tare.profiling.sites.Attribution;
import dev.tare.reports.profile.row.Stacks.Line;
import dev.tare.reports.profile.row.Stacks.Share;
import java.util.List;
import org.junit.jupiter.api.Test;

class StacksTest {
  private static final Attribution ACME = new Attribution(List.of("com.acme"));

  @Test
  void method_hasItselfAndAllThatItCallsOnceAStack() {
    Stacks stacks = Stacks.of("""
        a.Main.run:1_[0];a.Work.deep:2_[j];a.Work.deep:3_[j];a.Work.leaf:9_[i] 5
        a.Main.run:1_[0];a.Work.deep:2_[j] 3
        a.Main.run:4_[1] 2
        """, ProfileEvent.CPU);
    assertThat(stacks.total()).isEqualTo(10);
    assertThat(stacks.methods())
        .containsOnlyKeys("a.Main.run", "a.Work.deep", "a.Work.leaf")
        .containsEntry("a.Main.run", new Share(2, 10))
        .containsEntry("a.Work.deep", new Share(3, 8))
        .containsEntry("a.Work.leaf", new Share(5, 5));
  }

  @Test
  void allocation_isOfAClassAtTheInnermostLineOfTheUsersCode() {
    Stacks stacks = Stacks.of("""
        com.acme.Order.read:7_[j];java.util.Arrays.copyOf:3585_[i];byte[]_[i] 64
        com.acme.Order.read:7_[1];java.util.Arrays.copyOf:3585_[1];byte[]_[i] 16
        org.lib.Run.go:1_[0];com.acme.Order.read:7_[j];com.acme.Order.<init>:9_[j];int[]_[i] 20
        """, ProfileEvent.ALLOC);
    assertThat(stacks.lines(ACME))
        .containsOnlyKeys(
            new Line("byte[]", "com.acme.Order.read:7"),
            new Line("int[]", "com.acme.Order.<init>:9"))
        .containsEntry(new Line("byte[]", "com.acme.Order.read:7"), 80L);
    assertThat(stacks.methods()).containsEntry("java.util.Arrays.copyOf", new Share(80, 80));
  }

  @Test
  void nativeFunctions_haveNoClassAndAllocatorsNoPart() {
    Stacks stacks = Stacks.of("""
        com.acme.Zip.open:3_[0];Java_java_util_zip_Inflater_init;inflateInit2_;malloc_hook 70
        start_thread;Compile::Compile;os::malloc;malloc_hook 30
        clock_gettime@GLIBC_2.17 1
        """, ProfileEvent.NATIVEMEM);
    assertThat(stacks.methods())
        .containsEntry("inflateInit2_", new Share(70, 70))
        .containsEntry("Compile::Compile", new Share(30, 30))
        .containsEntry("clock_gettime@GLIBC_2.17", new Share(1, 1))
        .doesNotContainKeys("malloc_hook", "os::malloc");
    assertThat(stacks.lines(ACME))
        .containsEntry(new Line("", "com.acme.Zip.open:3"), 70L)
        .containsEntry(new Line("", "Compile::Compile"), 30L);
  }

  @Test
  void textWithoutValues_isRefused() {
    assertThatThrownBy(() -> Stacks.of("a.B.c", ProfileEvent.CPU))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Stacks.of("a.B.c many", ProfileEvent.CPU))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Stacks.of("\n", ProfileEvent.CPU).total()).isZero();
  }

  @Test
  void tables_showTheGreatestFirstAndChangesByTheirSize() {
    String before = "a.M.run;a.M.copy 60\na.M.run;a.M.send 40\n";
    String after = "a.M.run;a.M.send 10\n";
    StackTables tables = new StackTables(2, new Attribution(List.of("a")));
    assertThat(tables
            .text(ProfileEvent.CPU, Stacks.of(before, ProfileEvent.CPU), 3, "jfr")
            .lines()
            .map(String::strip))
        .containsExactly(
            "cpu: 100 samples in 3 s, by jfr",
            "self   total  method",
            "60.0 %  60.0 %  a.M.copy",
            "40.0 %  40.0 %  a.M.send",
            "share  line",
            "60.0 %  a.M.copy",
            "40.0 %  a.M.send");
    assertThat(tables
            .difference(Stacks.of(before, ProfileEvent.CPU), Stacks.of(after, ProfileEvent.CPU))
            .lines()
            .map(String::strip))
        .containsExactly(
            "before    after   change  method, by itself",
            "60.0 %    0.0 %  -60.0 %  a.M.copy",
            "40.0 %  100.0 %  +60.0 %  a.M.send");
  }
}
