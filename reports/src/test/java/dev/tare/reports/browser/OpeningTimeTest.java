package dev.tare.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tare.reports.DurableWriter;
import dev.tare.reports.cli.io.ReportFiles;
import dev.tare.reports.page.Page;
import dev.tare.reports.page.figure.Figures;
import dev.tare.reports.render.LargeReport;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a large report takes to open and to answer a first filter, by the browser's own clock.
 *
 * <p>What else runs on a machine only adds to that: of several openings the first that keeps to the
 * limit shows that the page does, and a page that is too slow has none.
 */
@Tag("browser")
class OpeningTimeTest {
  private static final int PAIRS = 1000;
  private static final int MOST_MILLIS = 2000;
  private static final int MOST_OPENINGS = 5;

  /** Filters as soon as the page is loaded; kept is when the frame with the answer was drawn. */
  private static final String FILTER_ONCE_LOADED = """
      window.answered = new Promise(done => addEventListener("load", () => setTimeout(() => {
        const field = document.querySelector(".filter");
        if (!field) return;
        field.value = "n=499 string.getbytes";
        field.dispatchEvent(new Event("input"));
        requestAnimationFrame(() => setTimeout(() => done(performance.now())));
      })));
      """;

  @TempDir
  Path directory;

  @Test
  void thousandPairsWithTheirSites_openAndAnswerAFilterInTwoSeconds() throws Exception {
    Page page = Page.of(LargeReport.pairs(PAIRS), index -> "records.json", Figures.NONE);
    Path file = ReportFiles.write(page, directory, DurableWriter.toDisk());
    int best = Integer.MAX_VALUE;
    for (int opening = 1; opening <= MOST_OPENINGS && best >= MOST_MILLIS; opening++) {
      // A browser of its own has nothing of the page in its caches.
      try (Browser browser = Browser.start();
          Tab tab = browser.open().screen(1280, false).before(FILTER_ONCE_LOADED)) {
        best = Math.min(best, answeredMillis(tab.open(file, "")));
      }
    }
    assertThat(best).as("milliseconds, the best of %d", MOST_OPENINGS).isLessThan(MOST_MILLIS);
  }

  private static int answeredMillis(Tab tab) throws Exception {
    int answered = tab.number("answered");
    int loaded = tab.number("performance.getEntriesByType('navigation')[0].loadEventEnd");
    System.out.println("loaded after " + loaded + " ms, filter answered after " + answered + " ms");
    assertThat(loaded).isPositive().isLessThan(answered);
    String pairs = "[...document.querySelectorAll('.pair')]";
    assertThat(tab.number(pairs + ".length")).isEqualTo(PAIRS);
    assertThat(tab.text(pairs + ".filter(e => !e.hidden).map(e => e.dataset.name).join()"))
        .isEqualTo("org.acme.area19.LargeBenchmark.call n=499");
    assertThat(tab.complaints()).isEmpty();
    return answered;
  }
}
