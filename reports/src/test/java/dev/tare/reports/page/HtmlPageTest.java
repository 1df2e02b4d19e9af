package dev.tare.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.reports.page.figure.Figures;
import dev.tare.reports.render.Report;
import dev.tare.reports.render.SampleReport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page says; what a browser makes of it is another test. */
class HtmlPageTest {
  /** May hold what looks like an address. */
  private static final Pattern DIGEST = Pattern.compile("sha256-[^&]+");

  @Test
  void html_showsVerdictRowsAndCommand() {
    assertThat(page(SampleReport.everything()))
        .contains(
            "<h1>1 row failed</h1>",
            "scripts/tare run --include",
            "97.4 %",
            "class=\"chip regression\"",
            "12,345,678");
  }

  @Test
  void html_escapesHostileNames() {
    assertThat(page(SampleReport.everything()))
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "text=a|b &lt;i&gt;")
        .doesNotContain("<script>alert", "<i>");
  }

  @Test
  void html_loadsNothingAndRunsItsOwnScriptAlone() {
    String page = page(SampleReport.everything());
    assertThat(page)
        .contains(
            "default-src &#39;none&#39;; style-src &#39;sha256-", "; script-src &#39;sha256-");
    assertThat(page).doesNotContain("unsafe-", " style=", " onclick=");
    assertThat(DIGEST.matcher(page).replaceAll(""))
        .doesNotContainPattern(
            Pattern.compile("(?i)https?:|//[a-z]|\\bsrc=|\\bhref=\"(?!#)|@import|url\\("));
  }

  @Test
  void html_ofAQuietRunWithoutBaseline_saysThatNothingWasJudged() {
    assertThat(page(SampleReport.unjudged()))
        .contains("<h1>6 figures measured, no baseline to judge by</h1>", "jdk25-coh")
        .doesNotContain("Needs attention");
  }

  @Test
  void time_isShownWithItsErrorAndTheRatioWithAnInterval() {
    assertThat(page(SampleReport.timed()))
        .contains("812.34 ± 9.1", "74.9 % (74.2..75.7)", "time, ns");
  }

  @Test
  void causesOfARegression_standBelowIt() {
    assertThat(page(SampleReport.explained()))
        .contains("grown: 8 → 16 of x&lt;y&gt; at dev.tare.env.Other$Part.of:7");
  }

  private static String page(Report report) {
    return HtmlPage.render(Page.of(report, index -> "records.json", Figures.NONE));
  }
}
