package dev.tare.benchmarks.load.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GcLogTest {

  @Test
  void pausesAndWhatWasPromoted_areReadFromTheSerialCollectorsLog() throws Exception {
    try (GcLog log = new GcLog()) {
      Files.writeString(file(log), """
          [0.005s][info][gc] Using Serial
          [0.143s][info][gc,heap] GC(0) DefNew: 4928K(5568K)->639K(5568K)
          [0.143s][info][gc,heap] GC(0) Tenured: 0K(12288K)->1112K(12288K)
          [0.143s][info][gc     ] GC(0) Pause Young (Allocation Failure) 4M->1M(17M) 3.512ms
          [0.244s][info][gc,heap] GC(1) Tenured: 1112K(12288K)->912K(12288K)
          [0.244s][info][gc     ] GC(1) Pause Full (System.gc()) 3M->0M(17M) 7.003ms
          [0.344s][info][gc,heap] GC(2) Tenured: 912K(12288K)->1000K(12288K)
          [0.344s][info][gc     ] GC(2) Pause Young (Allocation Failure) 5M->1M(17M) 0.500ms
          """);

      assertThat(log.pauses()).containsExactly(3.512, 7.003, 0.5);
      assertThat(log.promotedBytes()).isEqualTo((1112 + 88) * 1024);
    }
  }

  @Test
  void logOfARealJvm_isRead() throws Exception {
    try (GcLog log = new GcLog();
        ChildJvm jvm = ChildJvm.start(
            Collecting.class,
            List.of("-XX:+UseSerialGC", "-Xmx32m", log.option()),
            ProcessBuilder.Redirect.INHERIT)) {
      assertThat(jvm.ask("collect")).isEqualTo("collected");
      assertThat(log.pauses()).isNotEmpty().allMatch(pause -> pause > 0);
      assertThat(log.promotedBytes()).isPositive();
    }
  }

  @Test
  void logThatIsNotThere_hasNoPauses() throws Exception {
    try (GcLog log = new GcLog()) {
      assertThat(log.pauses()).isEmpty();
      assertThat(log.promotedBytes()).isZero();
    }
  }

  private static Path file(GcLog log) {
    String option = log.option();
    String file = option.substring(option.indexOf("file=") + "file=".length());
    return Path.of(file.substring(0, file.indexOf("::")));
  }

  /** Fills the young generation until what it holds has grown old. */
  static final class Collecting {
    private Collecting() {}

    public static void main(String[] arguments) throws Exception {
      byte[][] kept = new byte[64][];
      new Lines().serve(line -> {
        for (int i = 0; i < 4_096; i++) {
          kept[i % kept.length] = new byte[32 << 10];
        }
        return kept[0].length > 0 ? "collected" : "nothing";
      });
    }
  }
}
