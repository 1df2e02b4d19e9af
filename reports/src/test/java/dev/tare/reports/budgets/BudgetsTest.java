package dev.tare.reports.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.profiling.junit.AllocationBudget;
import dev.tare.profiling.junit.CopyBudget;
import dev.tare.reports.gate.limit.Limit;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetsTest {
  @TempDir
  Path directory;

  /** Stands in for a benchmark: only its class file is looked at. */
  @AllocationBudget(bytes = 100)
  static class Budgeted {
    @AllocationBudget(bytes = 0, objects = 2)
    @CopyBudget(copies = 1)
    int own() {
      return 1;
    }

    int ofTheClass() {
      return 2;
    }
  }

  @Test
  void budgets_areThoseOfTheClassThenThoseOfItsMethods() throws IOException {
    String name = Budgeted.class.getName();
    List<Limit> limits = Budgets.of(List.of(jar(name)));
    assertThat(limits)
        .extracting(Limit::text)
        .containsExactlyInAnyOrder(
            "@AllocationBudget(bytes = 100) of " + name,
            "@AllocationBudget(bytes = 0) of " + name + ".own",
            "@AllocationBudget(objects = 2) of " + name + ".own",
            "@CopyBudget(copies = 1) of " + name + ".own");
    assertThat(limits.get(0).rows().matcher(name + ".ofTheClass").find()).isTrue();
    assertThat(limits.get(1).rows().matcher(name + ".own[n=1]").find()).isTrue();
    assertThat(limits.get(1).rows().matcher(name + ".owner").find()).isFalse();
  }

  @Test
  void jarWithoutBenchmarks_hasNone() throws IOException {
    Path jar = directory.resolve("plain.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.putNextEntry(new ZipEntry("x"));
    }
    assertThat(Budgets.of(List.of(jar))).isEmpty();
  }

  private Path jar(String benchmark) throws IOException {
    Path jar = directory.resolve("benchmarks.jar");
    String entry = benchmark.replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file);
        InputStream code = BudgetsTest.class.getResourceAsStream("/" + entry)) {
      zip.putNextEntry(new ZipEntry("META-INF/BenchmarkList"));
      String list = "JMH S " + benchmark.length() + ' ' + benchmark + " S 3 a.b S 3 own\n"
          + "JMH S 5 x.Y.Z S 3 a.b S 4 gone\n";
      zip.write(list.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(entry));
      code.transferTo(zip);
    }
    return jar;
  }
}
