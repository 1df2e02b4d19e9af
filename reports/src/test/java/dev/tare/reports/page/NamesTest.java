package dev.tare.reports.page;

import static dev.tare.reports.Sample.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.reports.CommandText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Places on the page, and commands for one row of it. */
class NamesTest {

  @Test
  void anchors_arePlainAndNeverTheSame() {
    Anchors anchors = new Anchors();
    assertThat(anchors.of("pair", "flow FlowBenchmark.run dialect=sqlite"))
        .isEqualTo("pair-flow-flowbenchmark-run-dialect-sqlite");
    assertThat(anchors.of("pair", "Flow flowBenchmark run dialect sqlite"))
        .isEqualTo("pair-flow-flowbenchmark-run-dialect-sqlite-2");
    assertThat(anchors.of("pair", "\"><script>é" + "x".repeat(400)))
        .startsWith("pair-script-xxx")
        .hasSizeLessThan(100);
    assertThat(anchors.of("pair", "日本")).isEqualTo("pair");
  }

  @Test
  void words_areThoseThatAShellReads() {
    List<String> words = List.of("tare", "run", "--include", "it's [a] 'b'", "", "x=1");
    assertThat(CommandText.words(CommandText.of(words))).isEqualTo(words);
    assertThat(CommandText.words("a 'b c")).isEqualTo(List.of("a", "b c"));
  }

  @Test
  void command_measuresOneRowOfWhatWasMeasured() {
    assertThat(Narrowed.command(
            "tare run --jar b.jar --include 'A|B' --param n=1 --db embedded --modes steady",
            row("x.A$B.c", "n", "2", "dialect", "postgresql", "list", "a,b")))
        .isEqualTo("tare run --jar b.jar --db embedded --modes steady --include '^x\\.A\\$B\\.c$'"
            + " --param n=2");
  }

  @Test
  void name_losesItsPackage() {
    assertThat(Sections.withoutPackage("org.acme.Queue$Node.<init>:7"))
        .isEqualTo("Queue$Node.<init>:7");
    assertThat(Sections.withoutPackage("byte[]")).isEqualTo("byte[]");
    assertThat(Sections.withoutPackage("lower.")).isEqualTo("");
  }
}
