package dev.tare.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportsTest {

  @Test
  void text_matchesTheReviewedFile() throws Exception {
    Golden.assertMatches("everything.txt", TextReport.render(SampleReport.everything()));
    Golden.assertMatches("unjudged.txt", TextReport.render(SampleReport.unjudged()));
  }

  @Test
  void text_sumsTheRowsOfABenchmarkThatHasMany() {
    assertThat(TextReport.render(SampleReport.manyRows(8)))
        .contains(" n=1 ", " n=8 ", "total of 8 pairs");
    assertThat(TextReport.render(SampleReport.manyRows(9)))
        .containsPattern("Many\\.call × 9 +sum over n +bytes +216 +72 +66\\.6 % +ok")
        .doesNotContain("n=1");
  }

  @Test
  void time_isShownWithItsErrorAndTheRatioWithAnInterval() throws Exception {
    Report report = SampleReport.timed();
    assertThat(TextReport.render(report))
        .containsPattern("Text\\.parse +bytes +24 +0 +100\\.0 % +–")
        .containsPattern(
            "time, ns +812\\.34 ± 9\\.1 +203\\.1 ± 4 +74\\.9 % \\(74\\.2\\.\\.75\\.7\\) +–")
        .doesNotContainPattern("total of .*time");
    assertThat(MarkdownReport.render(report))
        .contains("| time, ns | 812.34 ± 9.1 | 203.1 ± 4 | 74.9 % (74.2..75.7) | – |");
    assertThat(HtmlReport.render(report)).contains("812.34 ± 9.1", "74.9 % (74.2..75.7)", "ns/op");
    assertThat(JsonReport.render(report.sections().get(0)))
        .contains("\"mode\": \"timed\", \"metric\": \"time\", \"value\": 812.34, \"low\": 803.24,"
            + " \"high\": 821.44, \"unit\": \"ns/op\"")
        .contains("\"reductionLow\": 0.74", "\"reductionHigh\": 0.75");
  }

  @Test
  void text_carriesNoControlCharacterToTheTerminal() {
    assertThat(TextReport.render(SampleReport.everything()).lines())
        .noneMatch(line -> line.chars().anyMatch(Character::isISOControl));
  }

  @Test
  void markdown_matchesTheReviewedFile() throws Exception {
    Golden.assertMatches("everything.md", MarkdownReport.render(SampleReport.everything()));
    Golden.assertMatches("unjudged.md", MarkdownReport.render(SampleReport.unjudged()));
  }

  @Test
  void json_matchesTheReviewedFile() throws Exception {
    Golden.assertMatches(
        "everything.json",
        JsonReport.render(SampleReport.everything().sections().get(0)));
  }

  @Test
  void causesOfARegression_standBelowIt() throws Exception {
    Golden.assertMatches("explained.txt", TextReport.renderVerdict(SampleReport.explained()));
    Golden.assertMatches(
        "explained.json", JsonReport.render(SampleReport.explained().sections().get(0)));
    assertThat(MarkdownReport.render(SampleReport.explained()))
        .contains("  - new: 32 of byte\\[\\] at dev.tare.env.Merge.run:12 or 14\n");
    assertThat(HtmlReport.render(SampleReport.explained()))
        .contains("grown: 8 → 16 of x&lt;y&gt; at dev.tare.env.Other$Part.of:7");
  }

  @Test
  void html_showsVerdictRowsAndCommand() {
    assertThat(HtmlReport.render(SampleReport.everything()))
        .contains(
            "<h1>1 row failed</h1>",
            "scripts/tare run --include",
            "97.4 %",
            "class=\"chip regression\"",
            "12,345,678");
  }

  @Test
  void html_escapesHostileNames() {
    assertThat(HtmlReport.render(SampleReport.everything()))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "text=a|b &lt;i&gt;")
        .doesNotContain("<script", "<i>");
  }

  @Test
  void html_loadsAndRunsNothing() {
    String page = HtmlReport.render(SampleReport.everything());
    assertThat(page).contains("default-src 'none'");
    assertThat(page)
        .doesNotContainPattern(
            Pattern.compile("(?i)https?:|//[a-z]|\\bsrc=|\\bhref=|@import|url\\("));
  }

  @Test
  void html_ofAQuietRunWithoutBaseline_saysThatNothingWasJudged() {
    assertThat(HtmlReport.render(SampleReport.unjudged()))
        .contains("<h1>6 figures measured, no baseline to judge by</h1>", "jdk25-coh")
        .doesNotContain("Needs attention");
  }
}
