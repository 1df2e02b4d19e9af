package dev.tare.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(JsonReport.render(report.sections().get(0), report.command()))
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
    Golden.assertMatches("everything.json", json(SampleReport.everything()));
  }

  @Test
  void causesOfARegression_standBelowIt() throws Exception {
    Golden.assertMatches("explained.txt", TextReport.renderVerdict(SampleReport.explained()));
    Golden.assertMatches("explained.json", json(SampleReport.explained()));
    assertThat(MarkdownReport.render(SampleReport.explained()))
        .contains("  - new: 32 of byte\\[\\] at dev.tare.env.Merge.run:12 or 14\n");
  }

  private static String json(Report report) {
    return JsonReport.render(report.sections().get(0), report.command());
  }
}
