package dev.tare.reports.history;

import static dev.tare.reports.Sample.bytes;
import static dev.tare.reports.Sample.failure;
import static dev.tare.reports.Sample.row;
import static dev.tare.reports.Sample.varying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tare.profiling.record.BenchmarkId;
import dev.tare.profiling.record.Measurement;
import dev.tare.profiling.record.Mode;
import dev.tare.reports.DurableWriter;
import dev.tare.reports.FullDisk;
import dev.tare.reports.UserError;
import dev.tare.reports.gate.Selection;
import dev.tare.reports.history.HistoryFormat.MalformedHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file keeps of runs, whole or torn. */
class HistoryTest {
  private static final Selection ALL = Selection.all(EnumSet.allOf(Mode.class));
  private static final BenchmarkId ROW = row("x.Text.parse", "size", "10");
  private static final BenchmarkId ODD =
      row("x.Text.od d", "a\nb", "<script>alert(1)</script>", "c", "gone");

  @TempDir
  private Path directory;

  private final List<String> told = new ArrayList<>();

  @Test
  void runs_areReadBackAsTheyWere() throws MalformedHistory {
    History history = History.empty()
        .with(
            "a b\nc",
            "jdk17",
            List.of(bytes(ROW, 24), varying(ODD, 27.36, 26.5, 28.25)),
            List.of(),
            ALL)
        .with("2", "jdk25", List.of(bytes(ROW, 16)), List.of(), ALL)
        .with("3", "jdk17", List.of(bytes(ROW, 24)), List.of(), ALL);
    String text = HistoryFormat.write(history);
    assertThat(HistoryFormat.read(text).torn()).isFalse();
    assertThat(HistoryFormat.read(text).history().runs()).isEqualTo(history.runs());
    assertThat(history.runs().get(2).changes().values()).containsExactly((Measurement) null);
  }

  @Test
  void figureThatStays_costsNoLine() {
    History history = run(run(History.empty(), "1", bytes(ROW, 24)), "2", bytes(ROW, 24));
    assertThat(HistoryFormat.write(history)).isEqualTo("""
            tare-history 1
            run 1 jdk17 1
            x.Text.parse size=10 written bytes 24
            run 2 jdk17 0
            """);
  }

  @Test
  void figureThatIsNotMeasured_isGoneOnlyIfItWasAskedForAndDidNotFail() {
    History one = run(History.empty(), "1", bytes(ROW, 24));
    Selection other = new Selection(
        List.of(Pattern.compile("Other")), List.of(), Map.of(), EnumSet.allOf(Mode.class));
    assertThat(last(one.with("2", "jdk17", List.of(), List.of(), other)).changes())
        .isEmpty();
    assertThat(last(one.with("2", "jdk17", List.of(), List.of(failure(ROW, "x")), ALL))
            .changes())
        .isEmpty();
    assertThat(HistoryFormat.write(one.with("2", "jdk17", List.of(), List.of(), ALL)))
        .endsWith("run 2 jdk17 1\nx.Text.parse size=10 written bytes gone\n");
  }

  @Test
  void oldestRuns_areForgottenAndWhatTheyKnewIsNot() {
    History history = run(History.empty(), "0", bytes(ROW, 24));
    for (int i = 1; i <= History.MOST_RUNS + 5; i++) {
      history = run(history, "r" + i, bytes(ROW, 24));
    }
    assertThat(history.runs()).hasSize(History.MOST_RUNS);
    assertThat(history.runs().get(0).commit()).isEqualTo("r6");
    assertThat(history.runs().get(0).changes()).hasSize(1);
    assertThat(Trend.of(history).get(0).series().get(0).latest()).isEqualTo(24);
  }

  @Test
  void lastRunTornOffAnywhere_isToldAndLeftOutAndTheNextIsWhole() throws IOException {
    History one = run(History.empty(), "1", bytes(ROW, 24));
    String before = HistoryFormat.write(one);
    String whole = HistoryFormat.write(run(one, "2", bytes(ROW, 40)));
    Path file = directory.resolve("history.txt");
    for (int length = before.length() + 1; length < whole.length(); length++) {
      told.clear();
      Files.writeString(file, whole.substring(0, length));
      History read = new HistoryFile(file).read(told::add);
      assertThat(read.runs()).as("%d characters", length).isEqualTo(one.runs());
      assertThat(told).singleElement().asString().contains("not whole").contains(file.toString());
    }
    new HistoryFile(file).change(kept -> run(kept, "3", bytes(ROW, 56)), DurableWriter.toDisk());
    told.clear();
    assertThat(last(new HistoryFile(file).read(told::add)).commit()).isEqualTo("3");
    assertThat(told).isEmpty();
  }

  @Test
  void lineThatIsNone_isToldByItsNumber() throws IOException {
    Path file = directory.resolve("history.txt");
    Files.writeString(
        file, "tare-history 1\nrun 1 jdk17 1\nx.Text.parse size=10 written kilos 1\n");
    assertThatThrownBy(() -> new HistoryFile(file).read(told::add))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("line 3: 'kilos' is no metric")
        .hasMessageContaining("--history");
    Files.writeString(file, "something else\n");
    assertThatThrownBy(() -> new HistoryFile(file).read(told::add))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("line 1: does not begin with 'tare-history 1'");
  }

  @Test
  void fullDisk_leavesTheFileAsItWas() throws IOException {
    Path file = directory.resolve("history.txt");
    History one = run(History.empty(), "1", bytes(ROW, 24));
    new HistoryFile(file).change(before -> one, DurableWriter.toDisk());
    assertThatThrownBy(() ->
            new HistoryFile(file).change(kept -> run(kept, "2", bytes(ROW, 40)), FullDisk.after(0)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot write the history");
    assertThat(new HistoryFile(file).read(told::add).runs()).isEqualTo(one.runs());
  }

  private static History run(History history, String commit, Measurement... figures) {
    return history.with(commit, "jdk17", List.of(figures), List.of(), ALL);
  }

  private static Run last(History history) {
    return history.runs().get(history.runs().size() - 1);
  }
}
