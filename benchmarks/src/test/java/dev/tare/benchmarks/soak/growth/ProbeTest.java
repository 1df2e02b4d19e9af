package dev.tare.benchmarks.soak.growth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbeTest {

  @Test
  void sample_hasWhatTheJvmCountsWithoutTracking() {
    Sample sample = Probe.sample(7);

    assertThat(sample.runs()).isEqualTo(7);
    assertThat(sample.heap()).isGreaterThan(0);
    assertThat(sample.resident()).isGreaterThan(sample.heap());
    assertThat(sample.threads()).isPositive();
  }

  @Test
  void compiling_isSummedOverItsCategoriesAlone() {
    String summary = """
        Total: reserved=7846111KB, committed=490607KB
               mmap:   reserved=7832392KB, committed=476888KB
        -                      Code (reserved=247908KB, committed=7768KB)
                                    (mmap: reserved=247688KB, committed=7548KB)
        -                        GC (reserved=267182KB, committed=52862KB)
        -                  Compiler (reserved=543KB, committed=543KB)
        -               Arena Chunk (reserved=2923KB, committed=2923KB)
        -                    Module (reserved=159KB, committed=159KB)
        """;

    assertThat(Probe.compiling(summary)).isEqualTo((7768 + 543 + 2923) * 1024.0);
  }
}
